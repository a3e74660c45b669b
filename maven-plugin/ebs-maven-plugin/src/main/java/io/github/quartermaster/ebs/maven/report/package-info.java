/**
 * The reports as records: their components are the members of the JSON files, in this order. What
 * programs rely on is in the schemas under {@code META-INF/quartermaster}.
 */
@NullMarked
package io.github.quartermaster.ebs.maven.report;

import org.jspecify.annotations.NullMarked;
