package io.github.quartermaster.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A goal as a command, with an option for each of its parameters. */
final class GoalCommand implements Callable<Integer> {
  private static final String DETAILED = "--detailed-exit-code";
  private static final String DEBUG = "--debug";

  private final Goal goal;
  private final CommandSpec spec;

  private GoalCommand(Goal goal) {
    this.goal = goal;
    this.spec = CommandSpec.wrapWithoutInspection(this);
  }

  /** The command. */
  static CommandLine of(Goal goal) {
    GoalCommand command = new GoalCommand(goal);
    CommandSpec spec = command.spec;
    spec.name(goal.name());
    spec.mixinStandardHelpOptions(true);
    spec.exitCodeOnInvalidInput(ExitCode.USAGE);
    spec.usageMessage().abbreviateSynopsis(true);
    spec.usageMessage().description(Texts.escaped(CommandWords.of(goal.description())));
    for (GoalParameter parameter : goal.parameters()) {
      if (parameter.isOption()) {
        spec.addOption(option(parameter));
      }
    }
    spec.addOption(
        OptionSpec.builder(DETAILED)
            .type(boolean.class)
            .description("Exit with 3 where something was done, so that 0 means that nothing was.")
            .build());
    spec.addOption(
        OptionSpec.builder(DEBUG)
            .type(boolean.class)
            .description("Say more, and where a failure came from.")
            .build());
    return new CommandLine(spec);
  }

  private static OptionSpec option(GoalParameter parameter) {
    OptionSpec.Builder option =
        OptionSpec.builder(parameter.options().toArray(String[]::new))
            .description(
                Texts.escaped(CommandWords.of(parameter.description()) + byDefault(parameter)));
    if (parameter.isFlag()) {
      // also --name=false, for those that are true by default
      return option
          .type(Boolean.class)
          .arity("0..1")
          .fallbackValue("true")
          .paramLabel("[=true|false]")
          .hideParamSyntax(true)
          .build();
    }
    if (parameter.isList()) {
      return option
          .type(List.class)
          .auxiliaryTypes(String.class)
          .arity("1")
          .splitRegex(",")
          .paramLabel(Texts.label(parameter) + ",...")
          .hideParamSyntax(true)
          .build();
    }
    return option
        .type(parameter.type().equals("int") ? Integer.class : String.class)
        .paramLabel(Texts.label(parameter))
        .build();
  }

  private static String byDefault(GoalParameter parameter) {
    String value = parameter.defaultValue().replace("${basedir}/", "");
    return value.isEmpty() || value.contains("${") || parameter.description().contains("Default:")
        ? ""
        : " Default: " + value + ".";
  }

  @Override
  public Integer call() throws MojoExecutionException, MojoFailureException {
    CommandLine line = spec.commandLine();
    boolean detailed = given(DETAILED);
    PlainLog log = new PlainLog(line.getOut(), line.getErr(), given(DEBUG));
    Map<String, Object> values = new HashMap<>();
    for (GoalParameter parameter : goal.parameters()) {
      if (parameter.isOption()) {
        Object value = line.getParseResult().matchedOptionValue(parameter.options().get(0), null);
        if (value != null) {
          values.put(parameter.name(), value);
        }
      }
    }
    return ExitCode.of(new GoalCall(goal, new WithoutMaven(true), log).run(values), detailed);
  }

  private boolean given(String option) {
    return Boolean.TRUE.equals(
        spec.commandLine().getParseResult().matchedOptionValue(option, false));
  }
}
