/**
 * Judges AMPs for those who make them: each class the rules of one subject. Pure, as its parent.
 */
@NullMarked
package io.github.quartermaster.amp.internal.plan.lint;

import org.jspecify.annotations.NullMarked;
