package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes volumes from snapshots and from backups, and removes them. Cinder has no client token: it
 * is kept in the volume's metadata, and looked for before each call. The list comes from the
 * database that the call has written before it answers, so that a repeated call finds what the
 * first one made; only two at the very same time make two.
 */
final class CinderVolumes {
  private static final String CLIENT_TOKEN = "ebs-core:client-token";

  private final CinderCalls calls;
  private final CinderReads reads;

  CinderVolumes(CinderCalls calls, CinderReads reads) {
    this.calls = calls;
    this.reads = reads;
  }

  Answer<Volume> create(VolumeCreation creation) {
    if (creation.kmsKeyId().isPresent()) {
      return new Refused<>(
          Refused.Reason.UNSUPPORTED, "Cinder encrypts a volume by its type, with no key of yours");
    }
    return Answers.then(
        reads.volumes(
            creation.region(), new VolumeFilter.Tagged(CLIENT_TOKEN, creation.clientToken()), null),
        made -> made.items().isEmpty() ? missing(creation, made) : found(creation, made.items()));
  }

  private Answer<Volume> missing(VolumeCreation creation, Page<Volume> page) {
    return page.next().isPresent()
        ? new Refused<>(
            Refused.Reason.UNSUPPORTED,
            "this Cinder does not find volumes by their metadata, and has more than a page of them")
        : make(creation);
  }

  private static Answer<Volume> found(VolumeCreation creation, List<Volume> made) {
    Volume volume = made.get(0);
    boolean same =
        volume.sizeGib() == creation.sizeGib()
            && (creation.type().isEmpty() || volume.type().equals(creation.type()));
    return same
        ? new Done<>(volume)
        : new Refused<>(
            Refused.Reason.INVALID, volume.id() + " has the same client token, and is another");
  }

  private Answer<Volume> make(VolumeCreation creation) {
    Place place = Place.of(creation.region());
    return Answers.then(
        calls.version(place.region()),
        version ->
            place.isStore() && !version.isAtLeast(Microversion.VOLUME_OF_BACKUP)
                ? new Refused<>(
                    Refused.Reason.UNSUPPORTED,
                    "Cinder speaks version "
                        + version
                        + ", and makes volumes from backups from "
                        + Microversion.VOLUME_OF_BACKUP
                        + " on")
                : calls.post(
                    place.region(),
                    "/volumes",
                    Map.of("volume", body(creation, place)),
                    told -> Descriptions.volume(creation.region(), told.at("volume"))));
  }

  private static Map<String, Object> body(VolumeCreation creation, Place place) {
    Map<String, String> metadata = new HashMap<>(creation.tags());
    metadata.put(CLIENT_TOKEN, creation.clientToken());
    Map<String, Object> volume = new LinkedHashMap<>();
    volume.put("size", creation.sizeGib());
    volume.put(place.isStore() ? "backup_id" : "snapshot_id", creation.snapshot().value());
    volume.put("name", creation.tags().getOrDefault(OurTags.NAME, ""));
    if (!creation.type().isEmpty()) {
      volume.put("volume_type", creation.type());
    }
    if (!creation.zone().isEmpty()) {
      volume.put("availability_zone", creation.zone());
    }
    volume.put("metadata", metadata);
    return volume;
  }

  Answer<VolumeId> delete(Region region, VolumeId volume) {
    return calls.delete(Place.of(region).region(), "/volumes/" + volume.value(), volume);
  }
}
