/**
 * Time as everything here sees it: one clock, one place that waits, one thread that decides. Knows
 * nothing of volumes.
 */
@NullMarked
package io.github.quartermaster.ebs.internal.time;

import org.jspecify.annotations.NullMarked;
