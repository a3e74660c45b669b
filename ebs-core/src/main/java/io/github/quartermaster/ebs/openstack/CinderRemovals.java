package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SnapshotId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Removes snapshots and backups, and sets their metadata. */
final class CinderRemovals {
  private final CinderCalls calls;
  private final CinderReads reads;

  CinderRemovals(CinderCalls calls, CinderReads reads) {
    this.calls = calls;
    this.reads = reads;
  }

  Answer<SnapshotId> delete(Region region, SnapshotId id) {
    Place place = Place.of(region);
    if (!place.isStore()) {
      return calls.delete(region, "/snapshots/" + id.value(), id);
    }
    return Answers.then(
        reads.backup(place.region(), id.value()),
        backup ->
            BackupContent.isPlausible(backup)
                ? Answers.then(
                    original(region, backup, id),
                    other ->
                        other.isPresent()
                            ? inUse("its data is that of the backup in " + other.get())
                            : calls.delete(place.region(), "/backups/" + id.value(), id))
                : inUse(BackupContent.doubt(backup) + "; whether that is so you must decide"));
  }

  private static <T> Answer<T> inUse(String why) {
    return new Refused<>(Refused.Reason.IN_USE, why);
  }

  /**
   * Where the backup is that this is only the record of: with it the data would go there, too,
   * where both regions have one store.
   */
  private Answer<Optional<Region>> original(Region store, Json backup, SnapshotId id) {
    Optional<Region> other =
        Tags.store(backup.at("metadata").texts()).filter(named -> !named.equals(store));
    if (other.isEmpty()) {
      return new Done<>(Optional.empty());
    }
    Answer<Json> there = reads.backup(Place.of(other.get()).region(), id.value());
    return Answers.isNotFound(there) ? new Done<>(Optional.empty()) : there.map(found -> other);
  }

  Answer<SnapshotId> tag(Region region, SnapshotId id, Map<String, String> tags) {
    Place place = Place.of(region);
    if (!place.isStore()) {
      return calls.post(
          region, "/snapshots/" + id.value() + "/metadata", Map.of("metadata", tags), told -> id);
    }
    return Answers.then(
        reads.backup(place.region(), id.value()),
        backup -> {
          // a backup's metadata can only be set as a whole
          Map<String, String> all = new HashMap<>(backup.at("metadata").texts());
          all.putAll(tags);
          return calls.put(
              place.region(),
              "/backups/" + id.value(),
              Map.of("backup", Map.of("metadata", all)),
              told -> id);
        });
  }
}
