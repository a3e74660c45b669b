/** Which types of checks and of actions there are: built in, on the class path, in a folder. */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.catalog;

import org.jspecify.annotations.NullMarked;
