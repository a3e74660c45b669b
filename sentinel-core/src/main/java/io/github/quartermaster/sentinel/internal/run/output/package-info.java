/** Tells other monitors what was found: passive results and alerts. */
@NullMarked
package io.github.quartermaster.sentinel.internal.run.output;

import org.jspecify.annotations.NullMarked;
