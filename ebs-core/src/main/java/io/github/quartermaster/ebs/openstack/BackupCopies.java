package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SnapshotState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies a snapshot into the backup store of its own region: incremental where there is something
 * to build on, else in full. Always from the snapshot, never from the volume: of a volume that has
 * snapshots Cinder's NFS driver backs up the wrong file. One request changes something, after those
 * that read what it depends on.
 */
final class BackupCopies {
  private final CinderCalls calls;
  private final CinderReads reads;

  BackupCopies(CinderCalls calls, CinderReads reads) {
    this.calls = calls;
    this.reads = reads;
  }

  Answer<List<CreatedSnapshot>> create(Creation.Copy copy) {
    Region region = copy.from();
    return Answers.then(
        metadataIsKept(region),
        kept ->
            Answers.then(
                calls.get(
                    region, "/snapshots/" + copy.source().value(), told -> told.at("snapshot")),
                snapshot -> ofSnapshot(copy, snapshot)));
  }

  private Answer<Microversion> metadataIsKept(Region region) {
    return Answers.then(
        calls.version(region),
        version ->
            version.isAtLeast(Microversion.BACKUP_METADATA)
                ? new Done<>(version)
                : new Refused<>(
                    Refused.Reason.UNSUPPORTED,
                    "Cinder in "
                        + region
                        + " speaks version "
                        + version
                        + ", and backups have metadata from "
                        + Microversion.BACKUP_METADATA
                        + " on, without which none can be known for ours"));
  }

  private Answer<List<CreatedSnapshot>> ofSnapshot(Creation.Copy copy, Json snapshot) {
    String state = snapshot.text("status");
    if (!state.equals("available")) {
      return SnapshotState.of(state) == SnapshotState.ERROR
          ? new Refused<>(Refused.Reason.INVALID, "the snapshot has failed")
          : new Wait<>(
              Wait.Reason.NOT_READY, Duration.ZERO, "the snapshot is " + ServerWords.of(state));
    }
    String volume = snapshot.required("volume_id", "a snapshot without a volume");
    return Answers.then(
        reads.backupsOf(copy.from(), volume), backups -> ofVolume(copy, snapshot, backups));
  }

  private Answer<List<CreatedSnapshot>> ofVolume(
      Creation.Copy copy, Json snapshot, List<Json> backups) {
    Optional<Json> made = backups.stream().filter(backup -> isSame(copy, backup)).findFirst();
    if (made.isPresent()) {
      // what a client token would do
      return new Done<>(CinderCreations.created(made.get(), null));
    }
    boolean incremental =
        BackupBase.isThere(
            backups, Descriptions.time(snapshot, "created_at"), snapshot.number("size"));
    Answer<List<CreatedSnapshot>> answer = post(copy, snapshot, incremental);
    // what it would build on has gone or changed since the list: Cinder has made nothing
    return incremental && answer instanceof Refused<?> no && isAboutBase(no)
        ? post(copy, snapshot, false)
        : answer;
  }

  private static boolean isSame(Creation.Copy copy, Json backup) {
    String token = copy.tags().getOrDefault(OurTags.TOKEN, "");
    return !token.isEmpty()
        && backup.at("metadata").text(OurTags.TOKEN).equals(token)
        && SnapshotState.of(backup.text("status")) != SnapshotState.ERROR
        && BackupContent.isPlausible(backup);
  }

  private static boolean isAboutBase(Refused<?> no) {
    return no.reason() == Refused.Reason.INVALID && no.why().contains("incremental backup");
  }

  private Answer<List<CreatedSnapshot>> post(
      Creation.Copy copy, Json snapshot, boolean incremental) {
    Map<String, Object> backup = new LinkedHashMap<>();
    backup.put("volume_id", snapshot.required("volume_id", "a snapshot without a volume"));
    backup.put("snapshot_id", copy.source().value());
    backup.put("name", copy.tags().getOrDefault(OurTags.NAME, ""));
    backup.put("description", copy.description());
    backup.put("metadata", copy.tags());
    backup.put("incremental", incremental);
    backup.put("force", true);
    return calls.post(
        copy.from(),
        "/backups",
        Map.of("backup", backup),
        told -> CinderCreations.created(told.at("backup"), null));
  }
}
