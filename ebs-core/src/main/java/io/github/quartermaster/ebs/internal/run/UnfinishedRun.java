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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the run that a process left unfinished, by the journals that lie in a folder. */
public final class UnfinishedRun {
  /**
   * Tonight's backup must not be taken for the rest of last night's: what is older is left alone.
   */
  static final Duration OLDEST = Duration.ofHours(12);

  private UnfinishedRun() {}

  /**
   * All runs of a folder that have begun something and not ended, however old; none where there is
   * no such folder.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if a journal cannot be understood: it
   *     may be of a run that is at work
   */
  public static Set<RunId> all(Path folder) {
    return journals(folder).stream()
        .map(UnfinishedRun::content)
        .filter(content -> !content.isEnded())
        .flatMap(content -> content.run().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The youngest run of a folder that has not ended; none where there is no such folder. */
  public static Optional<RunId> in(Path folder, Instant now) {
    return journals(folder).stream()
        .map(UnfinishedRun::content)
        .filter(content -> isOpen(content, now))
        .max(Comparator.comparing(UnfinishedRun::begun))
        .flatMap(JournalContent::run);
  }

  private static List<Path> journals(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("ebs-.*\\.journal"))
          .toList();
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
