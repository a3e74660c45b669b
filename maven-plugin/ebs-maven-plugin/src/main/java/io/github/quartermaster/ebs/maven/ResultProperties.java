package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run made, as properties that later executions of the build can use: {@code
 * ebs.result.run}, {@code ebs.result.complete}, {@code ebs.result.snapshots}, {@code
 * ebs.snapshot.<volume>} and {@code ebs.copy.<volume>.<region>}. None of them is a parameter of a
 * goal.
 */
final class ResultProperties {
  private ResultProperties() {}

  static Map<String, String> of(BackupResult result) {
    Map<String, String> properties = new LinkedHashMap<>();
    List<String> snapshots = new ArrayList<>();
    properties.put("ebs.result.run", result.run().value());
    properties.put("ebs.result.complete", Boolean.toString(result.isComplete()));
    for (VolumeOutcome volume : result.volumes()) {
      String id = volume.spec().id().value();
      snapshotOf(volume.snapshot())
          .ifPresent(
              snapshot -> {
                snapshots.add(snapshot);
                properties.put("ebs.snapshot." + id, snapshot);
              });
      volume
          .copies()
          .forEach(
              copy ->
                  snapshotOf(copy.outcome())
                      .ifPresent(
                          snapshot ->
                              properties.put("ebs.copy." + id + "." + copy.region(), snapshot)));
    }
    properties.put("ebs.result.snapshots", String.join(",", snapshots));
    return properties;
  }

  private static Optional<String> snapshotOf(SnapshotOutcome outcome) {
    return outcome instanceof SnapshotOutcome.Failed
        ? Optional.empty()
        : outcome.snapshot().map(Snapshot::id).map(Object::toString);
  }
}
