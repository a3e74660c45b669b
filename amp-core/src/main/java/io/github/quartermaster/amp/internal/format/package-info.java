/** The text formats of modules: how Alfresco and its Module Management Tool read and write them. */
@NullMarked
package io.github.quartermaster.amp.internal.format;

import org.jspecify.annotations.NullMarked;
