/**
 * The front door of Sentinel: {@link io.github.quartermaster.sentinel.Sentinel}, its requests and
 * results.
 */
@NullMarked
package io.github.quartermaster.sentinel;

import org.jspecify.annotations.NullMarked;
