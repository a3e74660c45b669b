/** The goals {@code amp:latest}, {@code amp:plan}, {@code amp:apply} and {@code amp:list}. */
@NullMarked
package io.github.quartermaster.amp.maven;

import org.jspecify.annotations.NullMarked;
