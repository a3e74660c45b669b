package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading with its circumstances.
 *
 * @param check the check that gave it
 * @param reading what was found out
 * @param at when it was
 * @param took how long it took
 */
public record Sample(String check, Reading reading, Instant at, Duration took) {}
