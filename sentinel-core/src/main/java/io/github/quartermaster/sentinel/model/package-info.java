/**
 * Components, samples, scores, dependencies and causes as values, and the port through which health
 * is measured. Knows the JDK only.
 */
@NullMarked
package io.github.quartermaster.sentinel.model;

import org.jspecify.annotations.NullMarked;
