/** Which types of checks there are: built in, on the class path, and dropped into a folder. */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.catalog;

import org.jspecify.annotations.NullMarked;
