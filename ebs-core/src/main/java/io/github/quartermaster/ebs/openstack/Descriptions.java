package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Cinder describes, in our words. A snapshot without its time, or anything without its id,
 * makes no sense: what is deleted is chosen by them.
 */
final class Descriptions {
  private static final String NAME = "name";

  /** What Cinder itself writes into the metadata of a volume. */
  private static final Set<String> OF_CINDER = Set.of("readonly", "attached_mode", "src_backup_id");

  private Descriptions() {}

  static Volume volume(Region region, Json told) {
    Map<String, String> tags = new HashMap<>(told.at("metadata").texts());
    tags.keySet().removeAll(OF_CINDER);
    told.at(NAME).text().ifPresent(name -> tags.putIfAbsent(OurTags.NAME, name));
    return new Volume(
        new VolumeId(told.required("id", "a volume without an id")),
        region,
        told.text("status"),
        told.number("size"),
        told.text("volume_type"),
        null,
        null,
        told.text("availability_zone"),
        told.flag("encrypted"),
        orNull(told.text("encryption_key_id")),
        attachments(told),
        tags);
  }

  private static List<Volume.Attachment> attachments(Json volume) {
    return volume.at("attachments").elements().stream()
        .filter(told -> !told.text("server_id").isEmpty())
        .map(
            told ->
                new Volume.Attachment(new InstanceId(told.text("server_id")), told.text("device")))
        .toList();
  }

  /** A snapshot beside its volume. */
  static Snapshot snapshot(Region region, Json told) {
    String state = told.text("status");
    boolean failed = SnapshotState.of(state) == SnapshotState.ERROR;
    return new Snapshot(
        new SnapshotId(told.required("id", "a snapshot without an id")),
        region,
        new VolumeId(told.required("volume_id", "a snapshot without a volume")),
        state,
        failed ? "Cinder tells snapshots' reasons to administrators only" : "",
        percent(state, told.text("os-extended-snapshot-attributes:progress")),
        time(told, "created_at"),
        null,
        told.number("size"),
        false,
        null,
        told.text("description"),
        told.at("metadata").texts());
  }

  /** A backup in the store of a region. */
  static Snapshot backup(Region store, Json told) {
    boolean plausible = BackupContent.isPlausible(told);
    String state = plausible ? told.text("status") : "error";
    String key = told.text("encryption_key_id");
    return new Snapshot(
        new SnapshotId(told.required("id", "a backup without an id")),
        store,
        new VolumeId(told.required("volume_id", "a backup without a volume")),
        state,
        plausible ? reason(told) : BackupContent.doubt(told),
        percent(state, ""),
        time(told, "created_at"),
        null,
        told.number("size"),
        !key.isEmpty(),
        orNull(key),
        told.text("description"),
        Tags.in(store, told.at("metadata").texts()));
  }

  /** What Cinder says; of one that is under way, what to do where it never ends. */
  private static String reason(Json backup) {
    String reason = ServerWords.of(backup.text("fail_reason"));
    return reason.isEmpty() && backup.text("status").equals("creating")
        ? "under way since "
            + backup.text("created_at")
            + "; one that cinder-backup has lost stays so until an administrator resets its state"
        : reason;
  }

  private static int percent(String state, String progress) {
    if (SnapshotState.of(state) == SnapshotState.COMPLETED) {
      return 100;
    }
    String digits = progress.endsWith("%") ? progress.substring(0, progress.length() - 1) : "";
    // one that is not whole may say 100 all the same
    return digits.matches("[0-9]{1,3}") ? Math.min(99, Integer.parseInt(digits)) : 0;
  }

  /** A time of Cinder, which is UTC and does not say so. */
  static Instant time(Json told, String name) {
    String text = told.required(name, "something without its " + name);
    try {
      return LocalDateTime.parse(text.replaceFirst("(?:Z|\\+00:00)$", ""))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noTime) {
      throw new SenselessAnswerException("the answer holds a time that is none");
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
