package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.HealthProvider;

/**
 * A check and the provider that measures for it.
 *
 * @param spec what was asked for
 * @param provider what does it; called by one thread at a time
 */
public record Probing(CheckSpec spec, HealthProvider provider) {}
