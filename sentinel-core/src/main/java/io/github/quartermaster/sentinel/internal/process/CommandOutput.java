package io.github.quartermaster.sentinel.internal.process;

/**
 * What a program printed, each stream up to {@link CommandRunner#LONGEST_OUTPUT} bytes, as UTF-8.
 *
 * @param out its standard output
 * @param err its standard error
 * @param isCut whether there was more than that on either
 */
public record CommandOutput(String out, String err, boolean isCut) {}
