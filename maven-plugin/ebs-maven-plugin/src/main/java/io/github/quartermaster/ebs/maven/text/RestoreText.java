package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.maven.TextTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which volumes are made from which snapshots, as a table. */
public final class RestoreText {
  private static final List<String> HEADERS =
      List.of("OLD VOLUME", "SNAPSHOT", "NEW VOLUME", "TYPE", "SIZE", "ZONE", "STATE");

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public RestoreText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(RestoreResult result, boolean dryRun) {
    Map<PlannedRestore, RestoredVolume> done = new HashMap<>();
    result.volumes().forEach(volume -> done.put(volume.planned(), volume));
    List<List<String>> rows =
        result.plan().volumes().stream()
            .map(planned -> row(planned, Optional.ofNullable(done.get(planned)), dryRun))
            .toList();
    return rows.isEmpty() ? List.of() : new TextTable(HEADERS, rows, Set.of()).lines(width);
  }

  private static List<String> row(
      PlannedRestore planned, Optional<RestoredVolume> done, boolean dryRun) {
    Optional<VolumeCreation> creation = planned.creation();
    return List.of(
        planned.source().value(),
        planned.snapshot().map(Snapshot::id).map(Object::toString).orElse("-"),
        done.flatMap(RestoredVolume::volume)
            .or(planned::existing)
            .map(Volume::id)
            .map(Object::toString)
            .orElse("-"),
        creation.map(RestoreText::type).orElse("-"),
        creation.map(call -> call.sizeGib() + " GiB").orElse("-"),
        creation.map(VolumeCreation::zone).orElse("-"),
        state(planned, done, dryRun));
  }

  /** A type with the performance that is paid for: {@code gp3 3000 IOPS 125 MiB/s}. */
  static String type(VolumeCreation call) {
    return call.type()
        + (call.iops() == null ? "" : " " + call.iops() + " IOPS")
        + (call.throughput() == null ? "" : " " + call.throughput() + " MiB/s");
  }

  /** How it is, in a word. */
  public static String state(
      PlannedRestore planned, Optional<RestoredVolume> done, boolean dryRun) {
    if (done.isPresent()) {
      return done.get().status().name().toLowerCase(Locale.ROOT);
    }
    if (planned.problems().stream().anyMatch(Problem::isError)) {
      return "impossible";
    }
    return dryRun ? planned.existing().isPresent() ? "adopt" : "create" : "not begun";
  }
}
