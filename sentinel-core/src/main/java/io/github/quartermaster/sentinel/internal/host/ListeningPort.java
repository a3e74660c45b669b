package io.github.quartermaster.sentinel.internal.host;

/**
 * A TCP port that somebody listens on.
 *
 * @param port its number
 * @param pid the process, or 0 where this process may not see it
 */
public record ListeningPort(int port, long pid) {}
