/** The results as lines of text that a person reads in a log. */
@NullMarked
package io.github.quartermaster.amp.maven.text;

import org.jspecify.annotations.NullMarked;
