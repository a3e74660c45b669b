package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Quotas;
import io.github.quartermaster.ebs.model.Rate;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cloud on paper, and what is wanted of it. */
final class Material {
  static final Region HOME = new Region("us-east-1");
  static final Region WEST = new Region("us-west-1");
  static final Region EUROPE = new Region("eu-west-1");
  static final RunId RUN = new RunId("build-42");
  static final BackupRules SETS =
      new BackupRules(Consistency.INSTANCE, false, null, null, null, Prices.DEFAULTS);
  static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

  final List<VolumeSpec> specs = new ArrayList<>();
  final Map<VolumeId, Volume> volumes = new HashMap<>();
  final List<Instance> instances = new ArrayList<>();
  final List<Snapshot> ours = new ArrayList<>();
  final List<Snapshot> unfinished = new ArrayList<>();
  final Set<Region> encrypting = new HashSet<>();
  BackupRules rules = BackupRules.DEFAULT;
  StorageTraits traits = traits(true, true);

  static StorageTraits traits(boolean copies, boolean sets) {
    return new StorageTraits(
        "Test cloud",
        Arrays.stream(Call.values())
            .collect(Collectors.toMap(Function.identity(), call -> new Rate(1, 1, 1))),
        20,
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        copies,
        sets,
        true,
        256,
        255,
        new Quotas(5, Map.of("st1", 1), 1000));
  }

  BackupPlan plan() {
    CloudFindings findings =
        new CloudFindings(
            Set.of(HOME, WEST, EUROPE), volumes, instances, ours, unfinished, encrypting);
    return BackupPlanner.plan(RUN, specs, HOME, rules, findings, traits);
  }

  Material wants(String id, String description, Region... destinations) {
    specs.add(
        new VolumeSpec(
            new VolumeId(id), description, Arrays.asList(destinations), specs.size() + 1));
    return this;
  }

  Material has(String id, String state, String... attachedTo) {
    return has(id, 100, state, false, attachedTo);
  }

  Material has(String id, long gib, String state, boolean encrypted, String... attachedTo) {
    return has(id, gib, "gp3", state, encrypted, attachedTo);
  }

  Material has(
      String id, long gib, String type, String state, boolean encrypted, String... attachedTo) {
    volumes.put(
        new VolumeId(id),
        new Volume(
            new VolumeId(id),
            HOME,
            state,
            gib,
            type,
            "us-east-1a",
            encrypted,
            null,
            Arrays.stream(attachedTo).map(InstanceId::new).toList(),
            Map.of()));
    return this;
  }

  /** An instance and its volumes, the first of which it starts from. */
  Material machine(String id, String... volumeIds) {
    List<VolumeId> ids = Arrays.stream(volumeIds).map(VolumeId::new).toList();
    instances.add(new Instance(new InstanceId(id), ids.get(0), ids));
    Arrays.stream(volumeIds).forEach(volume -> has(volume, "in-use", id));
    return this;
  }

  static Snapshot made(
      String id, Region region, String volume, String state, Map<String, String> tags) {
    return made(id, region, volume, state, false, null, tags);
  }

  static Snapshot made(
      String id,
      Region region,
      String volume,
      String state,
      boolean encrypted,
      @Nullable String key,
      Map<String, String> tags) {
    return new Snapshot(
        new SnapshotId(id),
        region,
        new VolumeId(volume),
        state,
        "",
        100,
        START,
        null,
        100,
        encrypted,
        key,
        "",
        tags);
  }

  /** What the cloud holds once a plan has been executed. */
  static List<Snapshot> executed(BackupPlan plan) {
    List<Snapshot> made = new ArrayList<>();
    for (PlannedVolume volume : plan.volumes()) {
      if (!volume.isPossible()) {
        continue;
      }
      Map<String, String> tags = new HashMap<>();
      plan.setOf(volume).ifPresent(set -> tags.putAll(set.creation().tags()));
      tags.putAll(volume.tags());
      String id = "snap-" + made.size();
      made.add(made(id, volume.region(), volume.spec().id().value(), "completed", tags));
      for (PlannedCopy copy : volume.copies()) {
        made.add(
            made(
                "snap-" + made.size(),
                copy.region(),
                "vol-ffffffff",
                "completed",
                copy.creation(new SnapshotId(id)).tags()));
      }
    }
    return made;
  }

  static Map<String, String> tagsOfRun(RunId run, String token) {
    return Map.of(OurTags.RUN, run.value(), OurTags.TOKEN, token);
  }
}
