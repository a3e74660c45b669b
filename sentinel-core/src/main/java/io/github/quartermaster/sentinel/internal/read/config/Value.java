package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;

/**
 * A single value with what stood for something else put in its place.
 *
 * @param text what holds
 * @param substituted whether any of it came from elsewhere, so that it must never be shown
 * @param source what was written
 */
record Value(String text, boolean substituted, YamlScalar source) {}
