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

/**
 * {@code install} of Alfresco's Module Management Tool (MMT), so that a script can change over by
 * naming another jar. It is {@code amp apply} or {@code amp plan}; where MMT does harm, this does
 * not (docs/mmt.md).
 */
@Command(
    name = "install",
    description = "As Alfresco's Module Management Tool: installs AMPs into a WAR.",
    mixinStandardHelpOptions = true)
final class MmtInstall implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "AMP", description = "An AMP, or a folder of them.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path amp;

  @Parameters(index = "1", paramLabel = "WAR", description = "The WAR.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path war;

  @Option(names = "-directory", description = "The AMP is a folder, with sub-folders.")
  @SuppressWarnings("UnusedVariable") // the same with and without it
  private boolean directory;

  @Option(names = "-force", description = "Files of the WAR may be overwritten.")
  private boolean force;

  @Option(names = "-preview", description = "Only says what would be done.")
  private boolean preview;

  @Option(names = "-nobackup", description = "Keeps no backup of the WAR.")
  private boolean withoutBackup;

  @Option(
      names = {"-verbose", "-backup", "-purge"},
      description = "Accepted; always so here.")
  @SuppressWarnings("UnusedVariable") // the same with and without it
  private boolean accepted;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "amp",
                preview ? "plan" : "apply",
                "--directories",
                amp.toString(),
                "--failOnUnreadable",
                "--wars",
                war.toString()));
    if (force) {
      arguments.addAll(List.of("--overwrite", "**"));
    }
    if (withoutBackup && !preview) {
      arguments.addAll(List.of("--keepBackups", "0"));
    }
    return Delegated.to(spec, arguments);
  }
}
