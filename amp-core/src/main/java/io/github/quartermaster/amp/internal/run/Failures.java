package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/** Says what kept a run from doing its work, in the words of the project. */
final class Failures {
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "not enough space");

  private Failures() {}

  /** A step on a WAR failed while all WARs were still as before. */
  static AmpException of(WarTarget war, String tried, IOException cause) {
    return of(ProblemCode.WRITE_FAILED, war, tried + " " + war, cause);
  }

  /**
   * A step failed while all WARs were still as before.
   *
   * @param code for any reason but a full disk, which has its own
   * @param subject what it is about
   * @param tried what was tried, on what
   */
  static AmpException of(ProblemCode code, Object subject, String tried, IOException cause) {
    boolean full = isFull(cause);
    return new AmpException(
        Problem.error(
            full ? ProblemCode.DISK_FULL : code,
            subject,
            "tried to " + tried + "; " + reason(cause),
            full
                ? "No WAR was changed. Make room and run again"
                : "No WAR was changed. Mend that and run again"),
        cause);
  }

  /** What an earlier or this run has committed cannot be finished now, or not be undone. */
  static AmpException stuck(Object subject, String tried, String remedy, IOException cause) {
    return new AmpException(
        Problem.error(
            ProblemCode.SWAP_INCOMPLETE,
            subject,
            "tried to " + tried + "; " + reason(cause),
            remedy),
        cause);
  }

  /** A refusal that no exception of the system caused, while all WARs were still as before. */
  static AmpException refused(ProblemCode code, Object subject, String message, String remedy) {
    return new AmpException(Problem.error(code, subject, message, remedy));
  }

  /** Why a call of the system failed; the system's own messages often name only the file. */
  static String reason(IOException cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (!(cause instanceof FileSystemException failure)) {
      return message;
    }
    String file = failure.getFile() == null ? "" : " (" + failure.getFile() + ")";
    if (failure instanceof AccessDeniedException) {
      return "permission denied" + file;
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder" + file;
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "there is such a file already" + file;
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "the folder is not empty" + file;
    }
    return message;
  }

  private static boolean isFull(IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(message::contains);
  }
}
