package io.github.quartermaster.sentinel.program;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * The program. Exits as a plugin of Nagios does, whatever the format: 0 where the gate is open, 1
 * where it warns, 2 where it is closed, 3 where something could not be found out or the command
 * line or the configuration is wrong.
 */
@Command(
    name = "sentinel",
    description =
        "Checks the health of this host and its services, ranks the probable causes, and heals.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = ProgramVersion.class,
    exitCodeOnInvalidInput = ExitCode.UNKNOWN,
    exitCodeOnExecutionException = ExitCode.UNKNOWN,
    exitCodeOnUsageHelp = ExitCode.UNKNOWN,
    exitCodeOnVersionHelp = ExitCode.UNKNOWN,
    subcommands = {
      ActionsCommand.class,
      CheckCommand.class,
      GraphCommand.class,
      HealCommand.class,
      ProvidersCommand.class,
      ResetCommand.class,
      WatchCommand.class
    })
public final class SentinelProgram {
  private SentinelProgram() {}

  /** Runs a command and ends the process. */
  public static void main(String[] arguments) {
    // the JVM's own exit code for what nobody caught is 1, which would be a warning
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, failure) -> {
              failure.printStackTrace();
              Runtime.getRuntime().halt(ExitCode.UNKNOWN);
            });
    int exitCode =
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments);
    // a provider that hangs leaves a thread behind
    System.exit(exitCode);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  /** The command, for a program that has it among others. */
  public static CommandLine commandLine() {
    return new CommandLine(new SentinelProgram())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Failures::tell);
  }
}
