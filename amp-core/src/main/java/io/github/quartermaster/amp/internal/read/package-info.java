/** Turns bytes and files into the model: AMPs, folders of AMPs, and WARs. */
@NullMarked
package io.github.quartermaster.amp.internal.read;

import org.jspecify.annotations.NullMarked;
