package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says why nothing could be checked. */
final class Failures {
  private Failures() {}

  /** Tells the problems, or what else was thrown; a monitor reads the first line of the output. */
  static int tell(Exception failure, CommandLine command, @Nullable ParseResult parsed)
      throws Exception {
    PrintWriter out = command.getOut();
    if (!(failure instanceof SentinelException refusal)) {
      out.println("SENTINEL UNKNOWN - " + SafeText.of(failure.toString()).replace('|', ' '));
      throw failure;
    }
    out.println("SENTINEL UNKNOWN - " + refusal.problems().get(0).toString().replace('|', ' '));
    refusal.problems().stream().skip(1).map(Problem::toString).forEach(out::println);
    return ExitCode.UNKNOWN;
  }
}
