package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes the checks of type {@code log}. */
public final class LogFactory implements HealthProviderFactory {
  static final String TYPE = "log";

  private static final long LARGEST_TAIL = 64L << 20;

  /** Looks at nothing yet. */
  public LogFactory() {}

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "How many new lines of a log match a pattern; on the first look how many at its end";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required("path", Parameter.Type.PATH, "the log"),
        Parameter.required(
            "pattern",
            Parameter.Type.TEXTS,
            "regular expressions; a line in which one is found counts"),
        Parameter.optional(
            "ignore", Parameter.Type.TEXTS, "regular expressions of lines that never count"),
        Parameter.limit("warn", Parameter.Type.UPPER_LIMIT, "", "warning when more lines count")
            .defaultsTo("0"),
        Parameter.limit("crit", Parameter.Type.UPPER_LIMIT, "", "critical when more lines count")
            .defaultsTo("9"),
        Parameter.optional(
                "tail",
                Parameter.Type.SIZE,
                "how much of the log's end is read at most, up to 64MiB")
            .defaultsTo("64KiB"),
        Missing.parameter(Status.UNKNOWN));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    long tail = Settings.required("tail", settings.integer("tail"));
    if (tail < 1 || tail > LARGEST_TAIL) {
      throw new IllegalArgumentException("tail is between 1 byte and 64 MiB, not " + tail);
    }
    return new LogProvider(
        check,
        Settings.required("path", settings.path("path")),
        (int) tail,
        patterns("pattern", settings),
        patterns("ignore", settings),
        Limits.of(settings, "warn", "crit"),
        Missing.of(Settings.required("missing", settings.text("missing"))));
  }

  private static List<Pattern> patterns(String name, Settings settings) {
    return settings.texts(name).stream().map(text -> pattern(name, text)).toList();
  }

  private static Pattern pattern(String name, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          name + " is no regular expression: " + e.getDescription() + " in " + text, e);
    }
  }
}
