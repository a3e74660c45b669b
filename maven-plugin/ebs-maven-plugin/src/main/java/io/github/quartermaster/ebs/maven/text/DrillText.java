package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a drill showed, as a table. */
public final class DrillText {
  private static final List<String> HEADERS =
      List.of("VOLUME", "SNAPSHOT", "OF (UTC)", "SIZE", "AVAILABLE AFTER", "HOOK", "RESULT");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public DrillText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(DrillResult result, boolean dryRun) {
    Map<PlannedRestore, DrilledVolume> done = new HashMap<>();
    result.volumes().forEach(volume -> done.put(volume.planned(), volume));
    List<List<String>> rows =
        result.plan().volumes().stream()
            .map(planned -> row(planned, Optional.ofNullable(done.get(planned)), dryRun))
            .toList();
    return rows.isEmpty() ? List.of() : new TextTable(HEADERS, rows, Set.of()).lines(width);
  }

  private static List<String> row(
      PlannedRestore planned, Optional<DrilledVolume> done, boolean dryRun) {
    Optional<Snapshot> snapshot = planned.snapshot();
    return List.of(
        planned.source().value(),
        snapshot.map(Snapshot::id).map(Object::toString).orElse("-"),
        snapshot.map(Snapshot::startedAt).map(MINUTE::format).orElse("-"),
        snapshot.map(each -> each.sizeGib() + " GiB").orElse("-"),
        done.flatMap(DrilledVolume::untilAvailable).map(Wording::seconds).orElse("-"),
        done.flatMap(DrilledVolume::exitOfHook).map(exit -> "exit " + exit).orElse("-"),
        verdict(planned, done, dryRun));
  }

  /** {@code passed}, {@code failed}, {@code impossible} or what would be done. */
  public static String verdict(
      PlannedRestore planned, Optional<DrilledVolume> done, boolean dryRun) {
    if (done.isPresent()) {
      return done.get().isPassed() && done.get().removed() ? "passed" : "failed";
    }
    if (planned.problems().stream().anyMatch(Problem::isError)) {
      return "impossible";
    }
    return dryRun ? "would be tried" : "not begun";
  }
}
