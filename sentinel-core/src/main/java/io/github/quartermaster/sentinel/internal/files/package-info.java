/** Folders looked through and emptied so that no link and no mount leads out of them. */
@NullMarked
package io.github.quartermaster.sentinel.internal.files;

import org.jspecify.annotations.NullMarked;
