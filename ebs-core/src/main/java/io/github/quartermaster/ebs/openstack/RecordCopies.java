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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a backup known in another region: its record, which names the data and holds none, is taken
 * from the one Cinder and given to the other. Both must reach the data, and both let only
 * administrators do it. The record carries the id and the metadata along, so that a second one is
 * refused by Cinder itself.
 */
final class RecordCopies {
  private final CinderCalls calls;
  private final CinderReads reads;
  private final BackupRecords records;

  RecordCopies(CinderCalls calls, CinderReads reads) {
    this.calls = calls;
    this.reads = reads;
    records = new BackupRecords(calls);
  }

  Answer<List<CreatedSnapshot>> create(Creation.Copy copy) {
    String volume = copy.tags().getOrDefault(OurTags.SOURCE_VOLUME, "");
    return Answers.then(
        reads.backupsOf(copy.from(), volume),
        backups ->
            backups.stream()
                .filter(backup -> isOriginal(copy, backup))
                .findFirst()
                .map(original -> ofOriginal(copy, original))
                .orElseGet(() -> withoutOriginal(copy)));
  }

  /** Whether it is the backup of the same snapshot in the store beside it. */
  private static boolean isOriginal(Creation.Copy copy, Json backup) {
    Json tags = backup.at("metadata");
    return tags.text(OurTags.SOURCE_SNAPSHOT).equals(copy.source().value())
        && tags.text(OurTags.RUN).equals(copy.tags().get(OurTags.RUN))
        && SnapshotState.of(backup.text("status")) != SnapshotState.ERROR;
  }

  private Answer<List<CreatedSnapshot>> withoutOriginal(Creation.Copy copy) {
    Optional<Region> store = Place.storeOf(copy.from());
    return Answers.then(
        calls.get(
            copy.from(),
            "/snapshots/" + copy.source().value(),
            told -> told.at("snapshot").at("metadata").text(OurTags.COPY_TO)),
        destinations ->
            store
                    .filter(
                        name -> Stream.of(destinations.split(" ")).anyMatch(name.name()::equals))
                    .isPresent()
                ? new Wait<>(Wait.Reason.NOT_READY, Duration.ZERO, "its backup is not made yet")
                : new Refused<>(
                    Refused.Reason.INVALID,
                    "a record is one of a backup: name "
                        + store.map(Region::name).orElse("the region's own store")
                        + " as a destination, too"));
  }

  private Answer<List<CreatedSnapshot>> ofOriginal(Creation.Copy copy, Json original) {
    if (SnapshotState.of(original.text("status")) != SnapshotState.COMPLETED) {
      return new Wait<>(
          Wait.Reason.NOT_READY,
          Duration.ZERO,
          "its backup is " + ServerWords.of(original.text("status")));
    }
    String id = original.required("id", "a backup without an id");
    Region to = Place.of(copy.region()).region();
    return Answers.then(
        records.firstMissing(copy.from(), to, id),
        missing -> missing.isEmpty() ? done(original) : give(to, missing.get(), original));
  }

  private Answer<List<CreatedSnapshot>> give(Region to, BackupRecord record, Json original) {
    Answer<String> given =
        calls.post(
            to,
            "/backups/import_record",
            Map.of("backup-record", record.body()),
            told -> told.at("backup").required("id", "a record without an id"));
    if (!record.id().equals(original.text("id"))) {
      return Answers.then(
          given,
          parent ->
              new Wait<>(
                  Wait.Reason.NOT_READY,
                  Duration.ZERO,
                  "the record of " + parent + ", which it builds on, is given first"));
    }
    boolean twice = given instanceof Refused<?> no && no.why().contains("already exists");
    return twice ? done(original) : given.map(id -> CinderCreations.created(original, null));
  }

  private static Answer<List<CreatedSnapshot>> done(Json original) {
    return new Done<>(CinderCreations.created(original, null));
  }
}
