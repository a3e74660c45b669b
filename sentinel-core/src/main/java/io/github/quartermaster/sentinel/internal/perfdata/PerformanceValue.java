package io.github.quartermaster.sentinel.internal.perfdata;

import org.jspecify.annotations.Nullable;

/**
 * One measured value as a plugin printed it.
 *
 * @param label what was measured, without quotes; not blank
 * @param value the value; NaN where the plugin could not determine it
 * @param unit its unit as printed, empty where there is none
 * @param warning the range of the warning as printed, empty where there is none
 * @param critical the range of the critical state as printed, empty where there is none
 * @param min the smallest possible value, or null
 * @param max the largest possible value, or null
 */
public record PerformanceValue(
    String label,
    double value,
    String unit,
    String warning,
    String critical,
    @Nullable Double min,
    @Nullable Double max) {}
