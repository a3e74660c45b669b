package io.github.quartermaster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uninstall} of Alfresco's Module Management Tool. */
@Command(
    name = "uninstall",
    description = "As Alfresco's Module Management Tool: takes a module out of a WAR.",
    mixinStandardHelpOptions = true)
final class MmtUninstall implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MODULE", description = "The id of the module.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String module;

  @Parameters(index = "1", paramLabel = "WAR", description = "The WAR.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path war;

  @Option(names = "-preview", description = "Only says what would be done.")
  private boolean preview;

  @Option(
      names = {"-verbose", "-purge"},
      description = "Accepted; always so here.")
  @SuppressWarnings("UnusedVariable") // the same with and without it
  private boolean accepted;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> arguments =
        new ArrayList<>(List.of("amp", "uninstall", "--modules", module, "--wars", war.toString()));
    if (preview) {
      arguments.add("--dryRun");
    }
    return Delegated.to(spec, arguments);
  }
}
