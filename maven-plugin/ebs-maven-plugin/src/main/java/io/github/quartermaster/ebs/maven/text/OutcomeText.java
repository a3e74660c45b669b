package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.SnapshotOutcome.Failed;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome.CopyOutcome;
import io.github.quartermaster.maven.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** What became of each volume as a table. */
public final class OutcomeText {
  private static final List<String> HEADERS =
      List.of("VOLUME", "DESCRIPTION", "SNAPSHOT", "STATE", "COPIES");

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public OutcomeText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(BackupResult result) {
    return new TextTable(HEADERS, result.volumes().stream().map(OutcomeText::row).toList())
        .lines(width);
  }

  private static List<String> row(VolumeOutcome volume) {
    String copies =
        volume.copies().stream().map(OutcomeText::copy).collect(Collectors.joining(", "));
    return List.of(
        volume.spec().id().value(),
        volume.spec().description().isEmpty() ? "-" : volume.spec().description(),
        volume.snapshot().snapshot().map(snapshot -> snapshot.id().value()).orElse("-"),
        state(volume.snapshot()),
        copies.isEmpty() ? "-" : copies);
  }

  private static String copy(CopyOutcome copy) {
    String id = copy.outcome().snapshot().map(snapshot -> snapshot.id() + " ").orElse("");
    return copy.region() + " " + id + state(copy.outcome());
  }

  private static String state(SnapshotOutcome outcome) {
    return outcome instanceof Failed
        ? outcome.status()
        : outcome.snapshot().map(PlannedWords::state).orElse(outcome.status());
  }
}
