package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.report.ReportFormat;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentinel check}. */
@Command(
    name = "check",
    description = "Checks once, or until the gate is open, and says what is wrong and why.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private final Where where = new Where();
  @Mixin private final GateOptions gate = new GateOptions();

  @Option(
      names = "--checks",
      split = ",",
      paramLabel = "NAME",
      description = "Only these checks; tag:NAME for those that provide a tag.")
  private final Set<String> checks = new TreeSet<>();

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "0",
      converter = WaitTime.class,
      description = "Keep checking until the gate is open, at most this long: 90s, 5m, 1h.")
  private Duration wait = Duration.ZERO;

  @Option(
      names = "--tell",
      description = "Tell the result to the monitors under outputs of the configuration.")
  private boolean tell;

  @Option(
      names = {"-f", "--format"},
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    CheckRequest request = new CheckRequest(checks, gate.gate(), wait, CheckRequest.ALL.interval());
    try (Sentinel sentinel = where.builder().build()) {
      CheckResult checked = sentinel.check(request);
      CheckResult result = tell ? sentinel.tell(checked) : checked;
      spec.commandLine().getOut().print(format.of(result));
      spec.commandLine().getOut().flush();
      return ExitCode.of(result.gateResult());
    }
  }
}
