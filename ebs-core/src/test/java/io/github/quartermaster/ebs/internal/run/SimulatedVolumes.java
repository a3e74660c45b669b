package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The volumes of a simulated cloud: those that were there, and those made from snapshots. */
final class SimulatedVolumes {
  private final Timeline timeline;
  private final Map<VolumeId, Volume> all = new LinkedHashMap<>();
  private final Map<VolumeId, Instant> made = new HashMap<>();
  private final Map<String, VolumeCreation> creations = new HashMap<>();
  private final Map<String, VolumeId> byToken = new HashMap<>();
  private Duration takes = Duration.ofSeconds(10);
  private Duration lag = Duration.ZERO;
  private int numbers;

  SimulatedVolumes(Timeline timeline) {
    this.timeline = timeline;
  }

  void add(Volume volume) {
    all.put(volume.id(), volume);
  }

  /** How long a new volume is being made. */
  void take(Duration span) {
    takes = span;
  }

  /** How long a new volume stays invisible to searches by tag. */
  void lag(Duration span) {
    lag = span;
  }

  List<Volume> all() {
    return all.values().stream().map(this::now).toList();
  }

  /** Those that were made from snapshots. */
  List<Volume> made() {
    return all().stream().filter(volume -> made.containsKey(volume.id())).toList();
  }

  Answer<Volume> create(VolumeCreation creation) {
    VolumeCreation before = creations.putIfAbsent(creation.clientToken(), creation);
    if (before != null && !before.equals(creation)) {
      return new Refused<>(Refused.Reason.INVALID, "IdempotentParameterMismatch");
    }
    VolumeId id =
        byToken.computeIfAbsent(
            creation.clientToken(), token -> new VolumeId("vol-%08x".formatted(++numbers)));
    if (before == null) {
      made.put(id, timeline.now());
      all.put(
          id,
          new Volume(
              id,
              creation.region(),
              "available",
              creation.sizeGib(),
              creation.type(),
              creation.iops(),
              creation.throughput(),
              creation.zone(),
              creation.encrypted(),
              creation.key(),
              List.of(),
              creation.tags()));
    }
    Volume volume = all.get(id);
    return volume == null
        ? new Refused<>(Refused.Reason.NOT_FOUND, "InvalidVolume.NotFound")
        : new Done<>(now(volume));
  }

  Answer<VolumeId> delete(VolumeId id) {
    Volume volume = all.get(id);
    if (volume == null) {
      return new Refused<>(Refused.Reason.NOT_FOUND, "InvalidVolume.NotFound");
    }
    if (!volume.attachments().isEmpty()) {
      return new Refused<>(Refused.Reason.IN_USE, "VolumeInUse");
    }
    all.remove(id);
    return new Done<>(id);
  }

  List<Volume> matching(Region region, VolumeFilter filter) {
    return all().stream()
        .filter(volume -> volume.region().equals(region) && passes(volume, filter))
        .toList();
  }

  private boolean passes(Volume volume, VolumeFilter filter) {
    if (filter instanceof VolumeFilter.Ids ids) {
      return ids.ids().contains(volume.id());
    }
    if (filter instanceof VolumeFilter.AttachedTo attached) {
      return volume.attachedTo().contains(attached.instance());
    }
    Instant since = made.getOrDefault(volume.id(), Instant.EPOCH);
    if (timeline.now().isBefore(since.plus(lag))) {
      return false;
    }
    return filter instanceof VolumeFilter.Tagged tagged
        ? tagged.value().equals(volume.tags().get(tagged.key()))
        : volume.tags().containsKey(((VolumeFilter.HavingTag) filter).key());
  }

  private Volume now(Volume volume) {
    Instant since = made.get(volume.id());
    boolean ready = since == null || !timeline.now().isBefore(since.plus(takes));
    return ready ? volume : inState(volume, "creating");
  }

  static Volume inState(Volume volume, String state) {
    return new Volume(
        volume.id(),
        volume.region(),
        state,
        volume.sizeGib(),
        volume.type(),
        volume.iops(),
        volume.throughput(),
        volume.zone(),
        volume.encrypted(),
        volume.kmsKeyId(),
        volume.attachments(),
        volume.tags());
  }
}
