package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import java.nio.file.FileSystems;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the checks of type {@code file-age}. */
public final class FileAgeFactory implements HealthProviderFactory {
  static final String TYPE = "file-age";

  private static final String OLDEST = "oldest";

  /** Looks at nothing yet. */
  public FileAgeFactory() {}

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "Whether a file, or the newest or oldest of a folder, is fresh and large enough";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            "path", Parameter.Type.PATH, "the file, or with a pattern the folder that it is in"),
        Parameter.optional(
            "pattern",
            Parameter.Type.TEXT,
            "which names in the folder are meant, such as backup-*.tar.gz"),
        Parameter.choice(
                "which", List.of("newest", OLDEST), "which of the files in the folder is judged")
            .defaultsTo("newest"),
        Parameter.optional("warn-age", Parameter.Type.DURATION, "warning when it is older"),
        Parameter.optional("max-age", Parameter.Type.DURATION, "critical when it is older"),
        Parameter.optional("min-size", Parameter.Type.SIZE, "critical when it is smaller"),
        Missing.parameter(Status.CRITICAL));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    String pattern = settings.text("pattern").orElse(null);
    if (pattern != null) {
      FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
    Range minSize =
        settings.integer("min-size").map(bytes -> Range.atLeast((double) bytes)).orElse(null);
    return new FileAgeProvider(
        check,
        new FileChoice(
            Settings.required("path", settings.path("path")),
            pattern,
            settings.text("which").filter(OLDEST::equals).isPresent()),
        new Limits(
            atMost(settings.duration("warn-age").orElse(null)),
            atMost(settings.duration("max-age").orElse(null))),
        new Limits(null, minSize),
        Missing.of(Settings.required("missing", settings.text("missing"))));
  }

  private static @Nullable Range atMost(@Nullable Duration age) {
    return age == null ? null : Range.atMost(age.toMillis() / 1000.0);
  }
}
