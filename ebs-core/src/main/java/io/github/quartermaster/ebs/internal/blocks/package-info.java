/** Blocks of a disk: chosen at random, checked and recognised; knows nothing of snapshots. */
@NullMarked
package io.github.quartermaster.ebs.internal.blocks;

import org.jspecify.annotations.NullMarked;
