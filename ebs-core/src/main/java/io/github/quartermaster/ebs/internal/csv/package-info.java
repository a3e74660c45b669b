/** Comma-separated values as people write them by hand; knows nothing of volumes. */
@NullMarked
package io.github.quartermaster.ebs.internal.csv;

import org.jspecify.annotations.NullMarked;
