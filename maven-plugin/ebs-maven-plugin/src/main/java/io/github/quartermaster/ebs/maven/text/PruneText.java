package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.maven.TextTable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which snapshots go and which stay, and why, as a table. */
public final class PruneText {
  private static final List<String> HEADERS =
      List.of("VOLUME", "REGION", "STARTED AT (UTC)", "RUN", "SNAPSHOT", "ACTION", "WHY");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public PruneText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(PruneResult result) {
    Map<Snapshot, Removal> removals = new HashMap<>();
    result.removals().forEach(removal -> removals.put(removal.snapshot(), removal));
    List<List<String>> rows =
        result.plan().entries().stream()
            .map(entry -> row(entry, Optional.ofNullable(removals.get(entry.snapshot()))))
            .toList();
    return rows.isEmpty() ? List.of() : new TextTable(HEADERS, rows, Set.of()).lines(width);
  }

  private static List<String> row(PruneEntry entry, Optional<Removal> removal) {
    Snapshot snapshot = entry.snapshot();
    return List.of(
        snapshot.sourceVolume().value(),
        snapshot.region().name(),
        MINUTE.format(snapshot.startedAt()),
        snapshot.tag(OurTags.RUN).orElse("-"),
        snapshot.id().value(),
        action(entry, removal),
        removal.flatMap(Removal::problem).map(Problem::message).orElseGet(entry::why));
  }

  /** What is done with it, or would be. */
  public static String action(PruneEntry entry, Optional<Removal> removal) {
    return removal
        .map(done -> done.status().name().toLowerCase(Locale.ROOT))
        .orElse(entry.goes() ? "remove" : "keep");
  }
}
