package io.github.quartermaster.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code list} of Alfresco's Module Management Tool, in its words. */
@Command(
    name = "list",
    description = "As Alfresco's Module Management Tool: lists the modules of a WAR.",
    mixinStandardHelpOptions = true)
final class MmtList implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "WAR", description = "The WAR.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path war;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    return Delegated.to(spec, List.of("amp", "list", "--wars", war.toString(), "--format", "mmt"));
  }
}
