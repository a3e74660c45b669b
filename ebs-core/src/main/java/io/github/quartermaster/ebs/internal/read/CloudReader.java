package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds out what a plan depends on: one list of snapshots for each region, and volumes by the
 * hundred. Only regions that the account may use are asked.
 */
public final class CloudReader {
  private final BlockStorage storage;
  private final Patience patience;

  /** Reads from a cloud, with this much patience. */
  public CloudReader(BlockStorage storage, Patience patience) {
    this.storage = storage;
    this.patience = patience;
  }

  /**
   * The volumes of a region that pass a filter, each described by its own name, in the order of
   * their ids.
   *
   * @param destinations regions to copy all of them to
   */
  public List<VolumeSpec> specs(Region source, VolumeFilter filter, List<Region> destinations) {
    SortedMap<VolumeId, String> names = new TreeMap<>();
    for (Volume volume : volumes(source, filter)) {
      names.put(volume.id(), volume.tags().getOrDefault(OurTags.NAME, ""));
    }
    List<VolumeSpec> specs = new ArrayList<>();
    names.forEach((id, name) -> specs.add(new VolumeSpec(id, name, destinations, 0)));
    return specs;
  }

  /** What there is of volumes, and of what earlier runs made of them. */
  public CloudFindings findings(List<VolumeSpec> specs, Region source, BackupRules rules) {
    Set<Region> regions = regions();
    Set<Region> destinations = new TreeSet<>();
    specs.forEach(spec -> destinations.addAll(spec.destinations()));
    destinations.retainAll(regions);
    if (!storage.traits().copies()) {
      destinations.clear();
    }
    Map<VolumeId, Volume> volumes = new HashMap<>();
    List<Instance> instances = List.of();
    if (regions.contains(source)) {
      volumes.putAll(volumes(source, specs));
      instances = instances(source, volumes.values(), rules);
    }
    Set<Region> concerned = new TreeSet<>(destinations);
    concerned.add(source);
    concerned.retainAll(regions);
    return new CloudFindings(
        regions,
        volumes,
        instances,
        ours(concerned, rules),
        unfinished(source, volumes.keySet()),
        encryptsByDefault(destinations));
  }

  /**
   * A set that was made moments ago may be seen in part. Its rest would be taken for missing and
   * made again, so that another look is taken once all of it can be seen.
   */
  private List<Snapshot> ours(Set<Region> regions, BackupRules rules) {
    SnapshotFilter filter = new SnapshotFilter.Ours();
    List<Snapshot> found = snapshots(regions, filter);
    boolean waited =
        rules.consistency() == Consistency.INSTANCE
            && found.stream()
                .map(Snapshot::startedAt)
                .max(Comparator.naturalOrder())
                .filter(last -> patience.settle(last, storage.traits().settling()))
                .isPresent();
    return waited ? snapshots(regions, filter) : found;
  }

  /** The snapshots of a run, in its region and in those that its tags say they are copied to. */
  public List<Snapshot> ofRun(RunId run, Region source) {
    SnapshotFilter filter = new SnapshotFilter.OfRun(run);
    List<Snapshot> found = new ArrayList<>(snapshots(Set.of(source), filter));
    Set<Region> destinations = new TreeSet<>();
    found.stream()
        .flatMap(snapshot -> snapshot.tag(OurTags.COPY_TO).stream())
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(Region::isWellFormed)
        .forEach(name -> destinations.add(new Region(name)));
    destinations.remove(source);
    if (!destinations.isEmpty()) {
      destinations.retainAll(regions());
      found.addAll(snapshots(destinations, filter));
    }
    return found;
  }

  /**
   * The snapshots that carry our tags, and those that the cloud's scheduler has made for us, which
   * are of no run.
   *
   * @param where the regions to ask; all of the account's where this is empty
   * @param run whose, or those of all runs
   * @param problems gets a warning for each region that could not be asked
   */
  public List<Snapshot> ours(List<Region> where, Optional<RunId> run, List<Problem> problems) {
    SnapshotFilter filter =
        run.<SnapshotFilter>map(SnapshotFilter.OfRun::new).orElseGet(SnapshotFilter.Ours::new);
    List<Snapshot> found = new ArrayList<>();
    for (Region region : where.isEmpty() ? new TreeSet<>(regions()) : new TreeSet<>(where)) {
      try {
        List<Snapshot> here = new ArrayList<>(snapshots(Set.of(region), filter));
        if (run.isEmpty()) {
          here.addAll(snapshots(Set.of(region), new SnapshotFilter.HandedOver()));
        }
        found.addAll(new LinkedHashSet<>(here));
      } catch (EbsException e) {
        Problem why = e.problem();
        problems.add(Problem.warning(why.code(), region, why.message(), why.remedy()));
      }
    }
    return found;
  }

  private Set<Region> regions() {
    String question = "list the regions of the account";
    return Patience.sure(question, patience.ask(question, storage::regions));
  }

  private Map<VolumeId, Volume> volumes(Region source, List<VolumeSpec> specs) {
    List<VolumeId> ids = specs.stream().map(VolumeSpec::id).distinct().toList();
    Map<VolumeId, Volume> found = new HashMap<>();
    for (List<VolumeId> some : inParts(ids, VolumeFilter.MOST_IDS)) {
      for (Volume volume : volumes(source, new VolumeFilter.Ids(some))) {
        found.put(volume.id(), volume);
      }
    }
    found.keySet().retainAll(new HashSet<>(ids));
    return found;
  }

  private List<Volume> volumes(Region region, VolumeFilter filter) {
    return patience.list(
        "list volumes of " + region, next -> storage.volumes(region, filter, next));
  }

  private List<Instance> instances(Region source, Collection<Volume> volumes, BackupRules rules) {
    if (rules.consistency() != Consistency.INSTANCE || !storage.traits().sets()) {
      return List.of();
    }
    List<InstanceId> ids =
        volumes.stream()
            .flatMap(volume -> volume.attachedTo().stream())
            .distinct()
            .sorted()
            .toList();
    String question = "list instances of " + source;
    List<Instance> found = new ArrayList<>();
    for (List<InstanceId> some : inParts(ids, VolumeFilter.MOST_IDS)) {
      found.addAll(
          Patience.sure(question, patience.ask(question, () -> storage.instances(source, some))));
    }
    return found;
  }

  private List<Snapshot> snapshots(Set<Region> regions, SnapshotFilter filter) {
    List<Snapshot> found = new ArrayList<>();
    for (Region region : regions) {
      found.addAll(
          patience.list(
              "list snapshots of " + region, next -> storage.snapshots(region, filter, next)));
    }
    return found;
  }

  /** Where the cloud does not tell, it only makes an estimate worse: that is no reason to fail. */
  private Set<Region> encryptsByDefault(Set<Region> destinations) {
    Set<Region> found = new HashSet<>();
    for (Region region : destinations) {
      String question = "learn whether " + region + " encrypts by default";
      Answer<Boolean> answer = patience.ask(question, () -> storage.encryptsByDefault(region));
      if (!(answer instanceof Refused<Boolean>) && Patience.sure(question, answer)) {
        found.add(region);
      }
    }
    return found;
  }

  private List<Snapshot> unfinished(Region source, Collection<VolumeId> volumes) {
    List<VolumeId> ids = volumes.stream().sorted().toList();
    List<Snapshot> found = new ArrayList<>();
    for (List<VolumeId> some : inParts(ids, SnapshotFilter.MOST_VOLUMES)) {
      found.addAll(snapshots(Set.of(source), new SnapshotFilter.Unfinished(some)));
    }
    return found;
  }

  private static <T> List<List<T>> inParts(List<T> all, int most) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return parts;
  }
}
