package io.github.quartermaster.sentinel.internal.host;

/**
 * A network interface.
 *
 * @param name such as {@code eth0}
 * @param up whether it can carry traffic
 * @param state in the words of the system, such as {@code lowerlayerdown}
 * @param packets received and sent so far
 * @param errors of them; 0 where not told
 * @param drops packets thrown away so far; some are normal
 */
public record LinkState(
    String name, boolean up, String state, long packets, long errors, long drops) {}
