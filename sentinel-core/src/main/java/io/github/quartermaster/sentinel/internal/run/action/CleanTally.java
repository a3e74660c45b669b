package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Quantity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts what is removed and what is not, and why. For one thread. */
final class CleanTally {
  private int files;
  private long bytes;
  private int open;
  private @Nullable String holder;
  private int failed;
  private @Nullable String failure;

  void add(long size) {
    files++;
    bytes += size;
  }

  void addOpen(Path file, String by) {
    open++;
    if (holder == null) {
      holder = file.getFileName() + " by " + by;
    }
  }

  void addFailed(Path file, IOException why) {
    failed++;
    if (failure == null) {
      failure =
          why instanceof AccessDeniedException
              ? file + " is not this user's to remove"
              : file + ": " + why.getClass().getSimpleName();
    }
  }

  int files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  boolean anyFailed() {
    return failed > 0;
  }

  /** Such as {@code 12 files, 3.1 GiB}. */
  String size() {
    return count(files) + ", " + new Quantity(bytes, "B");
  }

  /** What else there is to say; begins with a semicolon where there is anything. */
  String remarks() {
    StringBuilder text = new StringBuilder();
    if (open > 0) {
      text.append("; ").append(count(open)).append(open == 1 ? " is" : " are");
      text.append(" open and left, as removing it would free nothing: ").append(holder);
    }
    if (failed > 0) {
      text.append("; ").append(count(failed)).append(" could not be removed: ").append(failure);
    }
    return text.toString();
  }

  private static String count(int number) {
    return number == 1 ? "1 file" : number + " files";
  }
}
