/**
 * Decides what is to be done. Pure: values in, values out, no files, no clock; so every decision
 * can be tested, shown and explained before anything happens.
 */
@NullMarked
package io.github.quartermaster.amp.internal.plan;

import org.jspecify.annotations.NullMarked;
