package io.github.quartermaster.sentinel.internal.host;

import java.nio.file.Path;

/**
 * A mounted file system.
 *
 * @param path where it is mounted
 * @param type such as {@code ext4}
 * @param source the device or share, as it was given when mounting
 * @param device tells file systems apart; the same for all mounts of one
 * @param mountedReadOnly whether this mount was asked to be read-only
 * @param fileSystemReadOnly whether the file system itself takes no writes, whatever was asked
 */
public record Mount(
    Path path,
    String type,
    String source,
    String device,
    boolean mountedReadOnly,
    boolean fileSystemReadOnly) {}
