/** Reads what hostile XML defines: no external entity, no DTD, within bounds. */
@NullMarked
package io.github.quartermaster.amp.internal.xml;

import org.jspecify.annotations.NullMarked;
