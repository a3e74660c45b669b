/** What the goals say in the log. */
@NullMarked
package io.github.quartermaster.sentinel.maven.text;

import org.jspecify.annotations.NullMarked;
