package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.GuardedText;
import io.github.quartermaster.sentinel.internal.host.GuardedText.StoppedException;
import io.github.quartermaster.sentinel.internal.host.LogTail;
import io.github.quartermaster.sentinel.internal.host.LogTail.NewLines;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Counts the new lines of a log that a pattern is found in. */
final class LogProvider implements HealthProvider {
  private static final int LONGEST_LINE = 8192;
  private static final int LINES_SHOWN = 3;

  /** Between the two steps of a rotation there is no log. */
  private static final int ROTATION_MILLIS = 100;

  private final ComponentId id;
  private final String check;
  private final Path file;
  private final LogTail log;
  private final List<Pattern> wanted;
  private final List<Pattern> ignored;
  private final Limits limits;
  private final Status missing;

  LogProvider(
      String check,
      Path file,
      int tail,
      List<Pattern> wanted,
      List<Pattern> ignored,
      Limits limits,
      Status missing) {
    this.id = new ComponentId(check);
    this.check = check;
    this.file = file;
    this.log = new LogTail(file, tail);
    this.wanted = List.copyOf(wanted);
    this.ignored = List.copyOf(ignored);
    this.limits = limits;
    this.missing = missing;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(Component.of(id, check, LogFactory.TYPE, Blame.INHERITABLE));
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws IOException, InterruptedException {
    if (Files.isDirectory(file)) {
      return List.of(Reading.unknown(id, file + " is a folder, where a log was expected"));
    }
    NewLines found;
    try {
      found = look();
    } catch (NoSuchFileException e) {
      return List.of(Missing.reading(id, missing, "there is no " + file));
    } catch (AccessDeniedException e) {
      return List.of(Reading.unknown(id, "this user may not read " + file));
    }
    BooleanSupplier stop =
        () -> context.deadline().isOver() || Thread.currentThread().isInterrupted();
    try {
      return List.of(reading(found, matching(found.lines(), stop)));
    } catch (StoppedException | StackOverflowError e) {
      return List.of(
          Reading.unknown(
              id, "a pattern takes too long on the lines of " + file + "; simplify it"));
    }
  }

  private NewLines look() throws IOException, InterruptedException {
    try {
      return log.look();
    } catch (NoSuchFileException e) {
      Thread.sleep(ROTATION_MILLIS);
      return log.look();
    }
  }

  private List<String> matching(List<String> lines, BooleanSupplier stop) {
    List<String> matching = new ArrayList<>();
    for (String line : lines) {
      CharSequence text =
          new GuardedText(
              line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE), stop);
      if (anyFound(wanted, text) && !anyFound(ignored, text)) {
        matching.add(line);
      }
    }
    return matching;
  }

  private static boolean anyFound(List<Pattern> patterns, CharSequence text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  private Reading reading(NewLines found, List<String> matching) {
    int count = matching.size();
    String lines = count == 1 ? " line" : " lines";
    Reading reading =
        Reading.of(id)
            .metric(limits.on(Metric.of("lines", count, "")))
            .message(
                count + lines + limits.text() + " of " + found.lines().size() + " new in " + file);
    for (String line : matching.subList(Math.max(0, count - LINES_SHOWN), count)) {
      reading = reading.evidence("line", line);
    }
    if (found.rotated()) {
      reading = reading.evidence("log", "was rotated since the last look");
    }
    return found.skipped() > 0
        ? reading.evidence("log", Amount.bytes(found.skipped()) + " were too many to be read")
        : reading;
  }
}
