package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.maven.TextTable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Snapshots and copies as a table. */
public final class ListText {
  private static final List<String> HEADERS =
      List.of(
          "VOLUME",
          "STARTED AT (UTC)",
          "RUN",
          "REGION",
          "SNAPSHOT",
          "KIND",
          "SIZE",
          "STATE",
          "DESCRIPTION");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public ListText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(ListResult result) {
    List<List<String>> rows = result.snapshots().stream().map(ListText::row).toList();
    return rows.isEmpty() ? List.of() : new TextTable(HEADERS, rows, Set.of("SIZE")).lines(width);
  }

  private static List<String> row(Snapshot snapshot) {
    return List.of(
        snapshot.sourceVolume().value(),
        MINUTE.format(snapshot.startedAt()),
        maker(snapshot),
        snapshot.region().name(),
        snapshot.id().value(),
        isCopy(snapshot) ? "copy" : "snapshot",
        snapshot.sizeGib() + " GiB",
        PlannedWords.state(snapshot),
        description(snapshot));
  }

  /** The run that made it, or the policy of the cloud's scheduler. */
  static String maker(Snapshot snapshot) {
    return snapshot
        .tag(OurTags.RUN)
        .or(() -> snapshot.tag("aws:dlm:lifecycle-policy-id"))
        .orElse(snapshot.tag(OurTags.HANDOVER).isPresent() ? "scheduler" : "-");
  }

  /** A copy's own volume is arbitrary; the scheduler's copies tell no more. */
  static boolean isCopy(Snapshot snapshot) {
    return snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent()
        || !snapshot.volume().equals(snapshot.sourceVolume());
  }

  /** As the user wrote it: volume and run, which a snapshot's own ends with, have their columns. */
  private static String description(Snapshot snapshot) {
    String rest =
        snapshot.sourceVolume() + snapshot.tag(OurTags.RUN).map(run -> ", run " + run).orElse("");
    String all = snapshot.description();
    return all.endsWith(rest) ? all.substring(0, all.length() - rest.length()).strip() : all;
  }
}
