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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the run that a process left unfinished, by the journals that lie in a folder. */
public final class UnfinishedRun {
  /**
   * Tonight's backup must not be taken for the rest of last night's: what is older is left alone.
   */
  static final Duration OLDEST = Duration.ofHours(12);

  private static final Pattern BACKUP = Pattern.compile("ebs-.*\\.journal");
  private static final Pattern RESTORE = Pattern.compile("restore-(.*)\\.journal");

  private UnfinishedRun() {}

  /**
   * All runs of a folder that have begun something and not ended, however old, and those that are
   * being restored; none where there is no such folder.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if a journal cannot be understood: it
   *     may be of a run that is at work
   */
  public static Set<RunId> all(Path folder) {
    Set<RunId> all = new HashSet<>(unfinished(folder, BACKUP));
    all.addAll(unfinished(folder, RESTORE));
    return Set.copyOf(all);
  }

  /** Likewise, only those that are being made. */
  public static Set<RunId> backups(Path folder) {
    return unfinished(folder, BACKUP);
  }

  /** What the youngest restore of a run is called that has not ended. */
  public static Optional<RunId> restoreOf(RunId run, Path folder, Instant now) {
    return journals(folder, RESTORE).stream()
        .filter(file -> isOpen(content(file), now) && content(file).isOf(run))
        .max(Comparator.comparing(file -> begun(content(file))))
        .map(file -> RESTORE.matcher(file.getFileName().toString()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .filter(RunId::isWellFormed)
        .map(RunId::new);
  }

  private static Set<RunId> unfinished(Path folder, Pattern form) {
    return journals(folder, form).stream()
        .map(UnfinishedRun::content)
        .filter(content -> !content.isEnded())
        .flatMap(content -> content.run().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The youngest run of a folder that has not ended; none where there is no such folder. */
  public static Optional<RunId> in(Path folder, Instant now) {
    return journals(folder, BACKUP).stream()
        .map(UnfinishedRun::content)
        .filter(content -> isOpen(content, now))
        .max(Comparator.comparing(UnfinishedRun::begun))
        .flatMap(JournalContent::run);
  }

  private static List<Path> journals(Path folder, Pattern form) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> form.matcher(file.getFileName().toString()).matches()).toList();
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
