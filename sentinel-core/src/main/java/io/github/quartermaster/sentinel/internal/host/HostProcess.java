package io.github.quartermaster.sentinel.internal.host;

import java.time.Duration;
import java.time.Instant;

/**
 * A process.
 *
 * @param pid its number
 * @param name as the kernel has it, on Linux cut after 15 characters
 * @param commandLine with arguments, separated by blanks; empty for a thread of the kernel
 * @param zombie whether it has ended and only waits for its parent to notice
 * @param residentBytes the memory that it has in RAM
 * @param cpuTime processor time spent since its start
 * @param startedAt when it started
 */
public record HostProcess(
    long pid,
    String name,
    String commandLine,
    boolean zombie,
    long residentBytes,
    Duration cpuTime,
    Instant startedAt) {}
