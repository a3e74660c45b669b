package io.github.quartermaster.amp.internal.archive;

/**
 * What identifies a file's content well enough to tell whether two files are the same: enough to
 * call a conflict none, not enough to resist forgery.
 *
 * @param size in bytes, uncompressed
 * @param crc32 as an unsigned 32-bit number
 */
public record Fingerprint(long size, long crc32) {}
