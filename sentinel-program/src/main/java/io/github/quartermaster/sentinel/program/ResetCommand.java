package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.ComponentId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentinel reset}. */
@Command(
    name = "reset",
    description =
        "Closes the breaker of a component; cool-down and ladder begin anew, limits stay.")
final class ResetCommand implements Callable<Integer> {
  @Mixin private final Where where = new Where();

  @Parameters(paramLabel = "COMPONENT", description = "Its name, as reports have it.")
  private String component = "";

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "For what was tried before and the audit log. Default: the configuration's.")
  private @Nullable Path state;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!ComponentId.isWellFormed(component)) {
      throw new ParameterException(spec.commandLine(), "'" + component + "' names no component");
    }
    try (Sentinel sentinel = where.builder().build()) {
      boolean reset = sentinel.reset(new ComponentId(component), Optional.ofNullable(state));
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          reset
              ? component + " was reset"
              : "Nothing was tried on " + component + " that is remembered");
      out.flush();
      return ExitCode.OK;
    }
  }
}
