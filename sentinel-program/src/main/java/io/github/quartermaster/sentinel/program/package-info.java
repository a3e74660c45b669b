/** Sentinel from a command line, without Maven. */
@NullMarked
package io.github.quartermaster.sentinel.program;

import org.jspecify.annotations.NullMarked;
