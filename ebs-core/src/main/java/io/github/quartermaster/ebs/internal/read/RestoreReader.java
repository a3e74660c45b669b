package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestoreFindings;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out what a restore or a drill depends on. One region is asked, that of the snapshots: where
 * another one is in ruins, nothing waits for it.
 */
public final class RestoreReader {
  private final BlockStorage storage;
  private final Patience patience;
  private final Region region;

  /** Reads from a region, with this much patience. */
  public RestoreReader(BlockStorage storage, Patience patience, Region region) {
    this.storage = storage;
    this.patience = patience;
    this.region = region;
  }

  /**
   * What there is for a restore of a run.
   *
   * @param tag value of the tag of what this restore has made
   * @param unfinished runs whose journals say so
   * @throws io.github.quartermaster.ebs.model.EbsException if the cloud cannot be asked
   */
  public RestoreFindings ofRun(RunId run, String tag, Set<RunId> unfinished) {
    List<Snapshot> snapshots = snapshots(new SnapshotFilter.OfRun(run));
    Map<VolumeId, Volume> volumes = volumes(snapshots);
    return new RestoreFindings(
        snapshots,
        volumes,
        attached(snapshots, volumes.values()),
        snapshots.isEmpty() ? List.of() : list(new VolumeFilter.Tagged(OurTags.RESTORE, tag)),
        unfinished);
  }

  /**
   * What there is for a drill.
   *
   * @param run whose snapshots, or those of all runs
   * @throws io.github.quartermaster.ebs.model.EbsException if the cloud cannot be asked
   */
  public RestoreFindings forDrill(Optional<RunId> run) {
    List<Snapshot> snapshots =
        snapshots(
            run.<SnapshotFilter>map(SnapshotFilter.OfRun::new).orElseGet(SnapshotFilter.Ours::new));
    return new RestoreFindings(snapshots, volumes(snapshots), List.of(), List.of(), Set.of());
  }

  /**
   * All volumes that carry a drill's tag.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if the cloud cannot be asked
   */
  public List<Volume> drilled() {
    return list(new VolumeFilter.HavingTag(OurTags.DRILL));
  }

  private List<Snapshot> snapshots(SnapshotFilter filter) {
    return patience.list(
        "list snapshots of " + region, next -> storage.snapshots(region, filter, next));
  }

  private Map<VolumeId, Volume> volumes(List<Snapshot> snapshots) {
    List<VolumeId> ids =
        snapshots.stream()
            // what is from elsewhere may have a namesake here
            .filter(
                snapshot ->
                    snapshot.tag(OurTags.SOURCE_REGION).map(region.name()::equals).orElse(true))
            .map(Snapshot::sourceVolume)
            .distinct()
            .sorted()
            .toList();
    Map<VolumeId, Volume> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += VolumeFilter.MOST_IDS) {
      int to = Math.min(ids.size(), from + VolumeFilter.MOST_IDS);
      list(new VolumeFilter.Ids(ids.subList(from, to)))
          .forEach(volume -> found.put(volume.id(), volume));
    }
    return found;
  }

  /** All that is attached to the instances which have, or had, the volumes. */
  private List<Volume> attached(List<Snapshot> snapshots, Collection<Volume> volumes) {
    Set<InstanceId> instances = new TreeSet<>();
    volumes.forEach(volume -> instances.addAll(volume.attachedTo()));
    snapshots.stream()
        .flatMap(snapshot -> shape(snapshot).stream())
        .flatMap(shape -> shape.attached().stream())
        .forEach(attachment -> instances.add(attachment.instance()));
    List<Volume> attached = new ArrayList<>();
    for (InstanceId instance : instances) {
      attached.addAll(list(new VolumeFilter.AttachedTo(instance)));
    }
    return attached;
  }

  private static Optional<VolumeShape> shape(Snapshot snapshot) {
    return snapshot.tag(OurTags.VOLUME).flatMap(VolumeShape::parse);
  }

  private List<Volume> list(VolumeFilter filter) {
    return patience.list(
        "list volumes of " + region, next -> storage.volumes(region, filter, next));
  }
}
