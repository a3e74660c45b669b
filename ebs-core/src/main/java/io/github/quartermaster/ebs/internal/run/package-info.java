/**
 * Carries a plan out: the only place that has anything created, tagged or removed.
 *
 * <p>Each creating call is a task that goes from being wanted to having been answered. What was
 * made is known by looking: one list a region, of all that carries the run's tag, serves to adopt
 * what an earlier call made, to settle what is in doubt, to wait, and to find what was made twice.
 */
@NullMarked
package io.github.quartermaster.ebs.internal.run;

import org.jspecify.annotations.NullMarked;
