package io.github.quartermaster.cli;

import io.github.quartermaster.sentinel.program.SentinelProgram;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The program: {@code amp}, {@code ebs} and {@code sentinel} with their goals, and the commands of
 * Alfresco's Module Management Tool. {@code sentinel} exits as a plugin of Nagios does; the others
 * as {@link ExitCode} says.
 */
public final class Quartermaster {
  private Quartermaster() {}

  /** Runs a command and ends the process. */
  public static void main(String[] arguments) {
    int exitCode =
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments);
    System.exit(exitCode);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine root = group("quartermaster", "Alfresco's modules, backups and health.");
    root.addSubcommand(goals("amp", "Alfresco Module Packages into Alfresco and Share WARs."));
    root.addSubcommand(goals("ebs", "Snapshots of volumes: made, copied, kept, restored."));
    CommandLine sentinel = SentinelProgram.commandLine();
    root.addSubcommand(sentinel);
    root.addSubcommand(new CommandLine(new MmtInstall()));
    root.addSubcommand(new CommandLine(new MmtList()));
    root.addSubcommand(new CommandLine(new MmtUninstall()));
    root.addSubcommand(new CommandLine(new GenerateCompletion()));
    CommandLine.IExecutionExceptionHandler ofSentinel = sentinel.getExecutionExceptionHandler();
    root.setExecutionExceptionHandler(
        (failure, command, parsed) ->
            isOfSentinel(command)
                ? ofSentinel.handleExecutionException(failure, command, parsed)
                : told(failure, command));
    return root;
  }

  private static CommandLine group(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(description);
    spec.exitCodeOnInvalidInput(ExitCode.USAGE);
    return new CommandLine(spec);
  }

  private static CommandLine goals(String prefix, String description) {
    CommandLine group = group(prefix, description);
    PluginDescriptor.goals(prefix).forEach(goal -> group.addSubcommand(GoalCommand.of(goal)));
    return group;
  }

  private static boolean isOfSentinel(CommandLine command) {
    return command.getParent() != null && command.getParent().getCommandName().equals("sentinel");
  }

  /** A goal's failure in its own words; anything else is a defect, and its trace is wanted. */
  private static int told(Exception failure, CommandLine command) throws Exception {
    command.getOut().flush();
    if (failure instanceof MojoFailureException) {
      command.getErr().println(CommandWords.of(String.valueOf(failure.getMessage())));
      return ExitCode.REFUSED;
    }
    if (failure instanceof MojoExecutionException) {
      command.getErr().println(CommandWords.of(String.valueOf(failure.getMessage())));
      return ExitCode.FAILED;
    }
    throw failure;
  }
}
