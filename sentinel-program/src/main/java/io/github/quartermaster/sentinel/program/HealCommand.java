package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.HealRequest;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.report.HealJsonReport;
import io.github.quartermaster.sentinel.report.HealTextReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentinel heal}. */
@Command(
    name = "heal",
    description = {
      "Checks, says what would be done about the probable cause, and with --mode act does it"
          + " where every guard rail lets it.",
      "Exits by how the host is afterwards."
    })
final class HealCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  @Mixin private final Where where = new Where();
  @Mixin private final GateOptions gate = new GateOptions();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "dry-run",
      converter = ModeWord.class,
      description = "observe, dry-run or act. Default: ${DEFAULT-VALUE}.")
  private Mode mode = Mode.DRY_RUN;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "For what was tried before and the audit log. Default: the configuration's.")
  private @Nullable Path state;

  @Option(
      names = {"-f", "--format"},
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    HealRequest request = new HealRequest(mode, gate.gate(), HealRequest.DRY_RUN.interval(), state);
    try (Sentinel sentinel = where.builder().build()) {
      HealResult result = sentinel.heal(request);
      String report =
          switch (format) {
            case TEXT -> HealTextReport.plain(result);
            case JSON -> HealJsonReport.of(result);
          };
      spec.commandLine().getOut().print(report);
      spec.commandLine().getOut().flush();
      return ExitCode.of(result.check().gateResult());
    }
  }
}
