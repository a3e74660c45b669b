package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes the checks of type {@code disk}. */
public final class DiskFactory implements HealthProviderFactory {
  static final String TYPE = "disk";

  private final HostMetrics host;

  /** Will measure a machine. */
  public DiskFactory(HostMetrics host) {
    this.host = host;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "Space and inodes of the mounted file systems, and whether one became read-only";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            "include",
            Parameter.Type.TEXTS,
            "folders to look at, or patterns of mount points such as /srv/*; without it all file"
                + " systems that hold files to stay"),
        Parameter.optional("exclude", Parameter.Type.TEXTS, "patterns of paths to leave out"),
        Parameter.optional(
            "include-types",
            Parameter.Type.TEXTS,
            "types of file systems to look at although they are left out otherwise, such as tmpfs"),
        Parameter.optional(
            "exclude-types",
            Parameter.Type.TEXTS,
            "further types of file systems to leave out; the root is never left out by its type"),
        Parameter.limit(
                "warn",
                Parameter.Type.UPPER_LIMIT,
                "%",
                "warning when more of the space is used, as df says")
            .defaultsTo("80"),
        Parameter.limit(
                "crit", Parameter.Type.UPPER_LIMIT, "%", "critical when more of the space is used")
            .defaultsTo("95"),
        Parameter.limit(
                "inodes-warn",
                Parameter.Type.UPPER_LIMIT,
                "%",
                "warning when more of the inodes are used")
            .defaultsTo("80"),
        Parameter.limit(
                "inodes-crit",
                Parameter.Type.UPPER_LIMIT,
                "%",
                "critical when more of the inodes are used")
            .defaultsTo("95"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    DiskSelection selection =
        new DiskSelection(
            settings.texts("include"),
            settings.texts("exclude"),
            settings.texts("include-types"),
            settings.texts("exclude-types"));
    DiskJudge judge =
        new DiskJudge(
            Limits.of(settings, "warn", "crit"), Limits.of(settings, "inodes-warn", "inodes-crit"));
    return new DiskProvider(check, host, selection, judge);
  }
}
