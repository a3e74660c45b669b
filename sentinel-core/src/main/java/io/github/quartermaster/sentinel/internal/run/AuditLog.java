package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Situation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes down every decision, also those to do nothing, and every attempt: {@code audit.jsonl}, a
 * line each, on the disk when the method returns. Rounds that decide the same one after the other
 * are told once, and then once an hour with their number, so that a day stays readable. When the
 * file is full it is put aside under a number; five of these are kept.
 *
 * <p>For one thread.
 */
final class AuditLog {
  static final String NAME = "audit.jsonl";

  private static final long LONGEST = 10L << 20;
  private static final int KEPT = 5;
  private static final Duration REPEAT = Duration.ofHours(1);

  private final Path file;
  private final Disk disk;
  private final Reserve reserve;
  private final String config;
  private String told = "";
  private Instant toldAt = Instant.EPOCH;
  private int silent;

  /**
   * A log in a folder, which has to be there.
   *
   * @param config tells one configuration from another, such as its digest
   */
  AuditLog(Path folder, Disk disk, String config) {
    this.file = folder.resolve(NAME);
    this.disk = disk;
    this.reserve = new Reserve(folder, disk);
    this.config = config;
  }

  /** Tells what a round decided, unless that is what was told already. */
  void decisions(List<Decision> decisions, Situation situation) throws IOException {
    String key = decisions.stream().map(AuditLog::key).collect(Collectors.joining("\n"));
    Duration since = Duration.between(toldAt, situation.now());
    boolean acts = decisions.stream().anyMatch(Decision::acts);
    boolean due = since.isNegative() || since.compareTo(REPEAT) >= 0;
    if (key.equals(told) && !acts && (!due || decisions.isEmpty())) {
      silent++;
      return;
    }
    int rounds = key.equals(told) ? silent + 1 : 1;
    if (decisions.isEmpty()) {
      append(AuditText.note(situation.now(), "nothing to decide", "no cause is known"));
    }
    for (Decision decision : decisions) {
      append(AuditText.decision(decision, situation, config, rounds));
    }
    told = key;
    toldAt = situation.now();
    silent = 0;
  }

  /** What tells one decision from another; numbers that change from round to round do not. */
  private static String key(Decision decision) {
    return String.join(
        "\t",
        decision.target().value(),
        decision.remedy(),
        Integer.toString(decision.step()),
        decision.action(),
        decision.guardRail().map(Enum::name).orElse("-"));
  }

  /** Tells of an attempt that begins or ended. */
  void attempt(Instant at, Attempt attempt) throws IOException {
    append(AuditText.attempt(at, attempt));
  }

  /** Tells something else that a reader has to know. */
  void note(Instant at, String event, String message) throws IOException {
    append(AuditText.note(at, event, message));
  }

  private void append(String line) throws IOException {
    try {
      if (disk.size(file) > LONGEST) {
        for (int number = KEPT; number > 1; number--) {
          Path older = numbered(number - 1);
          if (disk.size(older) > 0) {
            disk.rename(older, numbered(number));
          }
        }
        disk.rename(file, numbered(1));
      }
      reserve.lend(() -> disk.append(file, line));
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + e, e);
    }
  }

  private Path numbered(int number) {
    return file.resolveSibling(NAME + "." + number);
  }
}
