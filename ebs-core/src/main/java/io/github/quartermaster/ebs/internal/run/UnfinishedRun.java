package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the run that a process left unfinished, by the journals that lie in a folder. */
public final class UnfinishedRun {
  /**
   * Tonight's backup must not be taken for the rest of last night's: what is older is left alone.
   */
  static final Duration OLDEST = Duration.ofHours(12);

  private UnfinishedRun() {}

  /** The youngest run of a folder that has not ended; none where there is no such folder. */
  public static Optional<RunId> in(Path folder, Instant now) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> journals =
          files.filter(file -> file.getFileName().toString().matches("ebs-.*\\.journal")).toList();
      return journals.stream()
          .map(UnfinishedRun::content)
          .filter(content -> isOpen(content, now))
          .max(Comparator.comparing(UnfinishedRun::begun))
          .flatMap(JournalContent::run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run of a journal, if it has not ended; none where there is no such file. */
  public static Optional<RunId> of(Path journal, Instant now) {
    return Files.isRegularFile(journal)
        ? Optional.of(content(journal))
            .filter(content -> isOpen(content, now))
            .flatMap(JournalContent::run)
        : Optional.empty();
  }

  private static boolean isOpen(JournalContent content, Instant now) {
    return !content.isEmpty() && !content.isEnded() && begun(content).plus(OLDEST).isAfter(now);
  }

  private static Instant begun(JournalContent content) {
    Instant begun = content.begun();
    // no call was intended: there is nothing to take up
    return begun == null ? Instant.EPOCH : begun;
  }

  private static JournalContent content(Path journal) {
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
      return JournalContent.read(journal, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
