/** Backs up the volumes of a cloud by snapshots and copies, each exactly once. */
@NullMarked
package io.github.quartermaster.ebs;

import org.jspecify.annotations.NullMarked;
