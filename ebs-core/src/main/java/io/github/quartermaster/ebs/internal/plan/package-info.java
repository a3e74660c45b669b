/** Decides what a backup does. No input, no output, no clock. */
@NullMarked
package io.github.quartermaster.ebs.internal.plan;

import org.jspecify.annotations.NullMarked;
