/** The goals of the prefix {@code sentinel}. */
@NullMarked
package io.github.quartermaster.sentinel.maven;

import org.jspecify.annotations.NullMarked;
