package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes actions that remove old files. */
final class DiskCleanFactory implements ActionFactory {
  private static final String ROOT = "root";
  private static final String GLOB = "glob";
  private static final String OLDER_THAN = "older-than";
  private static final String KEEP = "keep";
  private static final String SUB_FOLDERS = "sub-folders";
  private static final long MOST_KEPT = 10_000;

  private final HostMetrics host;
  private final Clock clock;

  DiskCleanFactory(HostMetrics host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "disk.clean";
  }

  @Override
  public String description() {
    return "Removes old files of a folder; follows no links, leaves the file system never, and"
        + " passes over files that are open";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            ROOT,
            Parameter.Type.PATH,
            "the folder; never one of the system, a home, or one that leads through a link"),
        Parameter.required(
            GLOB, Parameter.Type.TEXTS, "patterns of names of files, such as *.log.gz"),
        Parameter.required(
            OLDER_THAN, Parameter.Type.DURATION, "how long ago a file was written to last"),
        Parameter.optional(
                KEEP,
                Parameter.Type.INTEGER,
                "how many of the newest files that match stay, however old, at most 10000")
            .defaultsTo("0"),
        Parameter.optional(
                SUB_FOLDERS, Parameter.Type.FLAG, "whether files in its sub-folders are meant too")
            .defaultsTo("true"));
  }

  @Override
  public boolean isReversible() {
    return false;
  }

  @Override
  public Action create(Settings settings) {
    Path root = Settings.required(ROOT, settings.path(ROOT));
    SystemFolders.objection(root)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException("nothing is cleaned there: " + objection);
            });
    Duration age = Settings.required(OLDER_THAN, settings.duration(OLDER_THAN));
    if (age.isZero()) {
      throw new IllegalArgumentException("expected older-than to be longer than 0s");
    }
    long keep = settings.integer(KEEP).orElse(0L);
    if (keep < 0 || keep > MOST_KEPT) {
      throw new IllegalArgumentException("expected keep from 0 to 10000, found " + keep);
    }
    return new DiskClean(
        new OldFiles(
            root,
            NamePatterns.of(settings.texts(GLOB)),
            age,
            (int) keep,
            settings.flag(SUB_FOLDERS)),
        host,
        clock);
  }
}
