package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.report.DotReport;
import io.github.quartermaster.sentinel.report.GraphText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentinel graph}. */
@Command(name = "graph", description = "Shows which component needs which.")
final class GraphCommand implements Callable<Integer> {
  @Mixin private final Where where = new Where();

  @Option(names = "--dot", description = "In the language of Graphviz.")
  private boolean dot;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Sentinel sentinel = where.builder().build()) {
      GraphResult result = sentinel.graph();
      String text = dot ? DotReport.of(result.graph()) : GraphText.of(result.graph());
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      result.problems().stream()
          .map(Problem::toString)
          .forEach(spec.commandLine().getErr()::println);
      return ExitCode.OK;
    }
  }
}
