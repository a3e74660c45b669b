package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.report.DrillReport.DrilledEntry;
import io.github.quartermaster.ebs.maven.report.RestoreReport.RestoredEntry;
import io.github.quartermaster.maven.HtmlPage;
import io.github.quartermaster.maven.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the pages about volumes that were made from snapshots. */
final class RestorePage {
  private static final String NOTHING = "-";

  private RestorePage() {}

  static Map<String, Object> volume(RestoredEntry entry) {
    Map<String, Object> row = new HashMap<>();
    row.put("source", entry.sourceVolumeId());
    row.put("snapshot", orDash(entry.snapshotId()));
    row.put("pointInTime", time(entry.pointInTime()));
    row.put("made", orDash(entry.volumeId()));
    row.put("state", entry.state());
    row.put("type", orDash(entry.type()));
    row.put("size", entry.sizeGiB() == null ? NOTHING : entry.sizeGiB() + " GiB");
    row.put("zone", orDash(entry.zone()));
    row.put("device", orDash(entry.device()));
    return row;
  }

  static Map<String, Object> volume(DrilledEntry entry) {
    Map<String, Object> row = new HashMap<>();
    row.put("source", entry.sourceVolumeId());
    row.put("snapshot", orDash(entry.snapshotId()));
    row.put("run", orDash(entry.run()));
    row.put("pointInTime", time(entry.pointInTime()));
    row.put("size", entry.sizeGiB() == null ? NOTHING : entry.sizeGiB() + " GiB");
    row.put("available", seconds(entry.availableSeconds()));
    row.put("elapsed", seconds(entry.elapsedSeconds()));
    row.put("hook", entry.hookExit() == null ? NOTHING : "exit " + entry.hookExit());
    row.put("result", entry.result());
    return row;
  }

  private static String orDash(@Nullable String text) {
    return text == null ? NOTHING : text;
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? NOTHING : HtmlPage.time(instant);
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null
        ? NOTHING
        : Wording.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
