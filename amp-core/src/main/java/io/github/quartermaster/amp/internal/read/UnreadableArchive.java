package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.ARCHIVE_UNSAFE;

import io.github.quartermaster.amp.internal.archive.ArchiveException;
import io.github.quartermaster.amp.internal.archive.UnsafeArchiveException;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The words for an AMP or a WAR that cannot be read.
 *
 * @param kind as in "the AMP x.amp"
 * @param code of what is broken, rather than unsafe
 * @param remedy where what is wrong suggests none itself
 */
record UnreadableArchive(String kind, Path location, ProblemCode code, String remedy) {

  AmpException because(IOException cause) {
    if (cause instanceof ArchiveException refused) {
      return because(
          cause instanceof UnsafeArchiveException ? ARCHIVE_UNSAFE : code,
          refused.reason(),
          refused.advice(),
          cause);
    }
    return because(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
  }

  AmpException because(String why, @Nullable Throwable cause) {
    return because(code, why, remedy, cause);
  }

  private AmpException because(
      ProblemCode of, String why, String advice, @Nullable Throwable cause) {
    return new AmpException(
        Problem.error(
            of, location, "tried to read the " + kind + " " + location + "; " + why, advice),
        cause);
  }
}
