package io.github.quartermaster.amp.internal.archive;

import java.nio.file.Path;

/** An archive that is no zip, is damaged or truncated, or contradicts itself. */
public final class MalformedArchiveException extends ArchiveException {
  private static final long serialVersionUID = 1L;
  private static final String ADVICE =
      "Fetch or build it again; if that does not help, have it repacked with an ordinary zip tool.";

  MalformedArchiveException(Path file, String why) {
    this(file, "", why);
  }

  MalformedArchiveException(Path file, String entry, String why) {
    super("read", file, entry, why, ADVICE);
  }
}
