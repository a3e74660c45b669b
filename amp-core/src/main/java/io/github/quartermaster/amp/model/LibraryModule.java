package io.github.quartermaster.amp.model;

/**
 * A module that is on the class path inside a library, where no installer put it.
 *
 * @param library the path of the library in the WAR
 * @param module what it says of itself
 */
public record LibraryModule(String library, AmpModule module) {}
