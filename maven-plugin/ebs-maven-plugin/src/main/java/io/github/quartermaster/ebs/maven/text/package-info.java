/** Plans and results as lines of text that a person reads in a log. */
@NullMarked
package io.github.quartermaster.ebs.maven.text;

import org.jspecify.annotations.NullMarked;
