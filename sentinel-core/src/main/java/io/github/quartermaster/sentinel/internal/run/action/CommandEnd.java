package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.CommandOutput;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Says how a program came to its end. */
final class CommandEnd {
  private static final int LONGEST = 200;

  private CommandEnd() {}

  /** In one line, with the first line that it printed to its error output or else to the other. */
  static String text(CommandResult result) {
    if (result instanceof CommandResult.Exited end) {
      return "ended with " + end.code() + said(end.output());
    }
    if (result instanceof CommandResult.Signalled end) {
      return "was killed by signal " + end.signal() + said(end.output());
    }
    if (result instanceof CommandResult.TimedOut end) {
      return "did not end within " + seconds(end.took()) + " and was killed" + said(end.output());
    }
    if (result instanceof CommandResult.Flooded end) {
      return "printed without end and was killed after " + seconds(end.took());
    }
    if (result instanceof CommandResult.NotFound end) {
      return end.reason();
    }
    return ((CommandResult.NotStarted) result).reason();
  }

  /** Whether it ended by itself with one of these codes. */
  static boolean isFine(CommandResult result, long... codes) {
    return result instanceof CommandResult.Exited end
        && LongStream.of(codes).anyMatch(code -> code == end.code());
  }

  private static String said(CommandOutput output) {
    return Stream.concat(output.err().lines(), output.out().lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> ": " + line.substring(0, Math.min(LONGEST, line.length())))
        .orElse("");
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
