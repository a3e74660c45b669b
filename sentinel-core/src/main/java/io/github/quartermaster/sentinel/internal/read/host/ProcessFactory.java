package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes the checks of type {@code process}. */
public final class ProcessFactory implements HealthProviderFactory {
  static final String TYPE = "process";

  private final HostMetrics host;

  /** Will look at a machine's processes. */
  public ProcessFactory(HostMetrics host) {
    this.host = host;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "Whether a program runs, how often, and whether it listens on its port";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            "name", Parameter.Type.TEXT, "the program's name without its folder, such as nginx"),
        Parameter.optional(
            "command",
            Parameter.Type.TEXT,
            "a regular expression that is found in the command line, such as"
                + " catalina.base=/opt/shop"),
        Parameter.optional(
            "pid-file", Parameter.Type.PATH, "the file in which the program leaves its number"),
        Parameter.optional(
            "port", Parameter.Type.INTEGER, "the TCP port that the program has to listen on"),
        Parameter.optional("min", Parameter.Type.INTEGER, "the fewest processes that have to run")
            .defaultsTo("1"),
        Parameter.optional("max", Parameter.Type.INTEGER, "the most processes that may run"),
        Parameter.optional(
                "self",
                Parameter.Type.FLAG,
                "whether the process that makes this check counts too, where it fits; one that the"
                    + " pid-file names always does")
            .defaultsTo("false"),
        Parameter.limit(
            "cpu-warn",
            Parameter.Type.UPPER_LIMIT,
            "%",
            "warning when they use more of one core's time together"),
        Parameter.limit(
            "cpu-crit",
            Parameter.Type.UPPER_LIMIT,
            "%",
            "critical when they use more of one core's time together"),
        Parameter.limit(
            "memory-warn",
            Parameter.Type.UPPER_LIMIT,
            "B",
            "warning when they have more memory together"),
        Parameter.limit(
            "memory-crit",
            Parameter.Type.UPPER_LIMIT,
            "B",
            "critical when they have more memory together"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    ProcessMatch match =
        new ProcessMatch(
            settings.text("name").orElse(null),
            settings.text("command").map(ProcessFactory::pattern).orElse(null));
    ProcessRule rule =
        new ProcessRule(
            match,
            settings.path("pid-file").orElse(null),
            settings.integer("port").map(port -> (int) Math.max(0, Math.min(port, 1 << 20))),
            Settings.required("min", settings.integer("min")),
            settings.integer("max").orElse(Long.MAX_VALUE),
            settings.flag("self"),
            Limits.of(settings, "cpu-warn", "cpu-crit"),
            Limits.of(settings, "memory-warn", "memory-crit"));
    return new ProcessProvider(check, host, rule);
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "command is no regular expression: " + e.getDescription() + " in " + text, e);
    }
  }
}
