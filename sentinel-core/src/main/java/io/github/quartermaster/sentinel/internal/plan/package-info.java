/**
 * Pure decisions: scores, the graph, the ranking of causes. No input or output, no clock of its
 * own.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.plan;

import org.jspecify.annotations.NullMarked;
