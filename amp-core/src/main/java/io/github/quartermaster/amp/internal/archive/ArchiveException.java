package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive, or a folder in the place of one, that is refused. The message names the file, the
 * entry where there is one, the reason and what can be done. Names of entries come from the archive
 * and may be hostile, so a message shows them shortened and without control characters.
 */
public abstract sealed class ArchiveException extends IOException
    permits MalformedArchiveException, UnsafeArchiveException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN_NAME = 200;

  private final transient Path file;
  private final String entry;
  private final String reason;
  private final String advice;

  ArchiveException(String verb, Path file, String entry, String why, String advice) {
    super("tried to " + verb + " " + file + "; " + reason(entry, why) + ". " + advice);
    this.file = file;
    this.entry = entry;
    this.reason = reason(entry, why);
    this.advice = advice;
  }

  private static String reason(String entry, String why) {
    return (entry.isEmpty() ? "it " : "entry \"" + shown(entry) + "\" ") + why;
  }

  /** The archive or folder that was refused. */
  public Path file() {
    return file;
  }

  /**
   * The offending entry's name exactly as the archive has it; empty where the whole is at fault.
   */
  public Optional<String> entry() {
    return entry.isEmpty() ? Optional.empty() : Optional.of(entry);
  }

  /** Why it was refused: a clause that goes on where the file was named. */
  public String reason() {
    return reason;
  }

  /** What can be done, without a full stop at the end. */
  public String advice() {
    return advice.endsWith(".") ? advice.substring(0, advice.length() - 1) : advice;
  }

  /** A name from an archive, made fit for a message. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < name.length() && i < LONGEST_SHOWN_NAME; i++) {
      char c = name.charAt(i);
      shown.append(Character.isISOControl(c) ? '?' : c);
    }
    return name.length() > LONGEST_SHOWN_NAME ? shown.append("...").toString() : shown.toString();
  }
}
