package io.github.quartermaster.maven;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line at the bottom of a terminal that tells how far a long step is. To be used by one thread
 * at a time; whoever prints something else calls {@link #clear()} first.
 */
public final class ProgressLine {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Terminal terminal;
  private final Clock clock;
  private @Nullable String step;
  private Instant started = Instant.MIN;
  private Instant shown = Instant.MIN;
  private int length;

  /** Writes to this terminal. */
  public ProgressLine(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Shows how far a step is; calls that come too fast to read are passed over.
   *
   * @param name of the step; another name is another step
   * @param done bytes, as of now
   * @param total bytes, as far as is known; at most 0 where it is not
   */
  public void show(String name, long done, long total) {
    Instant now = clock.instant();
    if (!name.equals(step)) {
      step = name;
      started = now;
      shown = Instant.MIN;
    }
    if (isReadable(now)) {
      print(describe(name, done, total, Duration.between(started, now)));
    }
  }

  /** Shows a text of the caller's own; calls that come too fast to read are passed over. */
  public void show(String text) {
    if (isReadable(clock.instant())) {
      print(text);
    }
  }

  private boolean isReadable(Instant now) {
    boolean readable = !now.isBefore(shown.plus(PAUSE));
    if (readable) {
      shown = now;
    }
    return readable;
  }

  static String describe(String name, long done, long total, Duration sofar) {
    String amount = name + ": " + Wording.bytes(done);
    if (total <= 0 || done > total) {
      return amount;
    }
    String part = amount + " of " + Wording.bytes(total) + ", " + 100 * done / total + " %";
    Duration left = done == 0 ? Duration.ZERO : left(done, total, sofar);
    // what less than a second tells of the rest would jump about
    return sofar.toMillis() < 1000 || left.toMillis() < 1000
        ? part
        : part + ", " + Wording.seconds(left) + " left";
  }

  private static Duration left(long done, long total, Duration sofar) {
    return Duration.ofMillis((long) (sofar.toMillis() * ((double) (total - done) / done)));
  }

  /** Removes the line. */
  public void clear() {
    if (length > 0) {
      terminal.writer().print("\r" + " ".repeat(length) + "\r");
      terminal.writer().flush();
      length = 0;
    }
  }

  private void print(String text) {
    String fitting = text.substring(0, Math.min(text.length(), terminal.width() - 1));
    terminal.writer().print("\r" + fitting + " ".repeat(Math.max(0, length - fitting.length())));
    terminal.writer().flush();
    length = fitting.length();
  }
}
