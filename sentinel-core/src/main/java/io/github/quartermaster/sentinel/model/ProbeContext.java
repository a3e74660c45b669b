package io.github.quartermaster.sentinel.model;

import java.time.Instant;

/**
 * What a provider gets to know about the round that it measures in.
 *
 * @param startedAt when the round began, by the clock of the front door
 * @param deadline when the provider has to be done; then it is interrupted and left alone
 */
public record ProbeContext(Instant startedAt, Deadline deadline) {}
