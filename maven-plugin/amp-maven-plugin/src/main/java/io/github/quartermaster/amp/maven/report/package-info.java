/**
 * The reports as other programs read them. Each record is one JSON object, its components are the
 * members in their order, and a schema under {@code META-INF/quartermaster} describes it.
 */
@NullMarked
package io.github.quartermaster.amp.maven.report;

import org.jspecify.annotations.NullMarked;
