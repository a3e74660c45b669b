/**
 * What plugins of Nagios print: text and performance data, as they come in real life (Nagios Core,
 * {@code parse_check_output}; Monitoring Plugins Development Guidelines). Knows nothing of health.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.perfdata;

import org.jspecify.annotations.NullMarked;
