/** The {@code ebs} goals. */
@NullMarked
package io.github.quartermaster.ebs.maven;

import org.jspecify.annotations.NullMarked;
