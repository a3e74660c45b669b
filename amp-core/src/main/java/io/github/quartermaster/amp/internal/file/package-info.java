/** What is asked of files, and which of them are open. */
@NullMarked
package io.github.quartermaster.amp.internal.file;

import org.jspecify.annotations.NullMarked;
