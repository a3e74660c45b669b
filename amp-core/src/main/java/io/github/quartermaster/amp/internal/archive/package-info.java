/**
 * The mechanics of zip archives and folders: reading what is in them without trusting them, and
 * writing a changed archive in one pass with everything unchanged copied as raw bytes. Nothing here
 * knows what an AMP or a WAR is.
 *
 * <ul>
 *   <li>Read: {@link io.github.quartermaster.amp.internal.archive.ArchiveTree}, of which {@link
 *       io.github.quartermaster.amp.internal.archive.ZipTree} is a packed and {@link
 *       io.github.quartermaster.amp.internal.archive.ExplodedTree} an unpacked one.
 *   <li>Write: {@link io.github.quartermaster.amp.internal.archive.ZipSplice}, given a {@link
 *       io.github.quartermaster.amp.internal.archive.Content} for each entry to write.
 *   <li>Rules: {@code ArchiveRules}, the one place that says which archives are refused; limits are
 *       in {@link io.github.quartermaster.amp.model.ArchiveLimits}.
 * </ul>
 *
 * <p>Field names and numbers follow PKWARE's APPNOTE.TXT 6.3.10, the specification of the format.
 */
@NullMarked
package io.github.quartermaster.amp.internal.archive;

import org.jspecify.annotations.NullMarked;
