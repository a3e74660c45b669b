/**
 * Backs up the volumes of a cloud by snapshots and copies, each exactly once. Start at {@link
 * io.github.quartermaster.ebs.Backups}.
 */
@NullMarked
package io.github.quartermaster.ebs;

import org.jspecify.annotations.NullMarked;
