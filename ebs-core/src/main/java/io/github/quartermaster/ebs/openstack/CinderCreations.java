package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that make snapshots and their copies; each sets its metadata itself. */
final class CinderCreations {
  private final CinderCalls calls;
  private final BackupCopies backups;
  private final RecordCopies records;

  CinderCreations(CinderCalls calls, CinderReads reads) {
    this.calls = calls;
    backups = new BackupCopies(calls, reads);
    records = new RecordCopies(calls, reads);
  }

  Answer<List<CreatedSnapshot>> create(Creation creation) {
    // no pattern switch in Java 17
    if (creation instanceof Creation.OfVolume ofVolume) {
      return snapshot(ofVolume);
    }
    if (creation instanceof Creation.Copy copy) {
      Refused<List<CreatedSnapshot>> no = impossible(copy);
      if (no != null) {
        return no;
      }
      Place to = Place.of(copy.region());
      return to.region().equals(copy.from()) ? backups.create(copy) : records.create(copy);
    }
    return new Refused<>(
        Refused.Reason.UNSUPPORTED, "Cinder cannot snapshot the volumes of an instance together");
  }

  /** What no copy of Cinder can do; null where nothing is wrong. */
  static @Nullable Refused<List<CreatedSnapshot>> impossible(Creation.Copy copy) {
    Place to = Place.of(copy.region());
    if (!to.isStore()) {
      return unsupported(
          "Cinder copies no snapshots to other regions; "
              + Place.storeOf(copy.from())
                  .map(store -> "name " + store + " for a backup")
                  .orElse("")
              + Place.storeOf(to.region())
                  .map(store -> ", and " + store + " for its record in " + to.region())
                  .orElse(""));
    }
    if (copy.encrypted() || copy.kmsKeyId().isPresent()) {
      return unsupported("Cinder encrypts a backup exactly where its volume is encrypted");
    }
    return copy.within().isPresent() ? unsupported("Cinder has no deadlines for backups") : null;
  }

  private static Refused<List<CreatedSnapshot>> unsupported(String why) {
    return new Refused<>(Refused.Reason.UNSUPPORTED, why);
  }

  private Answer<List<CreatedSnapshot>> snapshot(Creation.OfVolume creation) {
    Region region = creation.region();
    return Answers.then(
        calls.version(region),
        version -> {
          Map<String, Object> snapshot = new LinkedHashMap<>();
          snapshot.put("volume_id", creation.volume().value());
          snapshot.put("name", creation.tags().getOrDefault(OurTags.NAME, ""));
          snapshot.put("description", creation.description());
          snapshot.put("metadata", creation.tags());
          if (!version.isAtLeast(Microversion.NO_FORCE)) {
            snapshot.put("force", true);
          }
          return calls.post(
              region,
              "/snapshots",
              Map.of("snapshot", snapshot),
              told -> created(told.at("snapshot"), creation.volume()));
        });
  }

  static List<CreatedSnapshot> created(Json told, @Nullable VolumeId volume) {
    return List.of(
        new CreatedSnapshot(
            new SnapshotId(told.required("id", "something made without an id")), volume));
  }
}
