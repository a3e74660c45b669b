/** What is asked of files, whatever they hold. */
@NullMarked
package io.github.quartermaster.amp.internal.file;

import org.jspecify.annotations.NullMarked;
