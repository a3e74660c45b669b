package io.github.quartermaster.amp.internal.archive;

import java.nio.file.Path;

/**
 * An archive or folder that can be read but is refused: it could do harm, is ambiguous, exceeds a
 * limit, or uses a feature that is not supported.
 */
public final class UnsafeArchiveException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  UnsafeArchiveException(Path file, String entry, String why, String advice) {
    this("read", file, entry, why, advice);
  }

  UnsafeArchiveException(String verb, Path file, String entry, String why, String advice) {
    super(verb, file, entry, why, advice);
  }
}
