package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.VerificationFindings;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds out what there is to verify: in the regions that are named, and in those that the tags of
 * what is there tell of. A region that cannot be asked is an error, since nothing of it is proved.
 */
public final class VerificationReader {
  private final BlockStorage storage;
  private final Patience patience;
  private final VerificationRules rules;
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final Map<VolumeId, Volume> volumes = new HashMap<>();
  private final Map<Region, String> keys = new HashMap<>();
  private final Set<Region> unsure = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Reads from a cloud, with this much patience; of use once. */
  public VerificationReader(BlockStorage storage, Patience patience, VerificationRules rules) {
    this.storage = storage;
    this.patience = patience;
    this.rules = rules;
  }

  /**
   * The snapshots that carry our tag, their volumes, and the wanted key of each region.
   *
   * @param where the regions; all that the account may use where this is empty
   * @throws EbsException if the credentials are refused, or the account's regions not told
   */
  public VerificationFindings findings(List<Region> where) {
    Set<Region> asked = new TreeSet<>(where);
    if (where.isEmpty()) {
      String question = "list the regions of the account";
      asked.addAll(Patience.sure(question, patience.ask(question, storage::regions)));
    }
    asked.forEach(this::readSnapshots);
    Set<Region> further = new TreeSet<>();
    snapshots.forEach(snapshot -> named(snapshot).forEach(further::add));
    further.removeAll(asked);
    further.forEach(this::readSnapshots);
    readVolumes();
    rules.kmsKeyId().ifPresent(this::readKeys);
    return new VerificationFindings(snapshots, volumes, keys, unsure, problems);
  }

  private void readSnapshots(Region region) {
    SnapshotFilter filter =
        rules.scope() instanceof VerificationScope.OfRun of
            ? new SnapshotFilter.OfRun(of.run())
            : new SnapshotFilter.Ours();
    try {
      patience
          .list("list snapshots of " + region, next -> storage.snapshots(region, filter, next))
          .stream()
          // whatever a cloud makes of a filter
          .filter(snapshot -> isWanted(snapshot.tag(OurTags.RUN)))
          .forEach(snapshots::add);
    } catch (EbsException e) {
      Problem why = orThrow(e);
      unsure.add(region);
      problems.add(Problem.error(why.code(), region, why.message(), why.remedy()));
    }
  }

  private boolean isWanted(Optional<String> run) {
    return rules.scope() instanceof VerificationScope.OfRun of
        ? run.filter(of.run().value()::equals).isPresent()
        : run.filter(RunId::isWellFormed).isPresent();
  }

  /** Where the copies of a snapshot are to be, or what a copy is of. */
  private static Stream<Region> named(Snapshot snapshot) {
    return Stream.of(OurTags.COPY_TO, OurTags.SOURCE_REGION)
        .flatMap(key -> snapshot.tag(key).stream())
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(Region::isWellFormed)
        .map(Region::new);
  }

  private void readVolumes() {
    Map<Region, Set<VolumeId>> wanted = new HashMap<>();
    for (Snapshot snapshot : snapshots) {
      if (snapshot.tag(OurTags.SOURCE_SNAPSHOT).isEmpty()) {
        wanted
            .computeIfAbsent(snapshot.region(), region -> new TreeSet<>())
            .add(snapshot.sourceVolume());
      }
    }
    wanted.forEach(this::readVolumes);
  }

  private void readVolumes(Region region, Set<VolumeId> ids) {
    List<VolumeId> all = List.copyOf(new TreeSet<>(ids));
    try {
      for (int from = 0; from < all.size(); from += VolumeFilter.MOST_IDS) {
        VolumeFilter some =
            new VolumeFilter.Ids(
                all.subList(from, Math.min(all.size(), from + VolumeFilter.MOST_IDS)));
        patience
            .list("list volumes of " + region, next -> storage.volumes(region, some, next))
            .forEach(volume -> volumes.put(volume.id(), volume));
      }
    } catch (EbsException e) {
      Problem why = orThrow(e);
      problems.add(Problem.warning(why.code(), region, why.message(), why.remedy()));
    }
  }

  private void readKeys(String name) {
    Set<Region> regions = new TreeSet<>();
    snapshots.stream()
        .filter(snapshot -> snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent())
        .forEach(copy -> regions.add(copy.region()));
    for (Region region : regions) {
      String question = "find the key " + name + " in " + region;
      try {
        Answer<EncryptionKey> answer = patience.ask(question, () -> storage.key(region, name));
        keys.put(region, Patience.sure(question, answer).id());
      } catch (EbsException e) {
        Problem why = orThrow(e);
        problems.add(Problem.error(why.code(), region, why.message(), why.remedy()));
      }
    }
  }

  private static Problem orThrow(EbsException failure) {
    if (failure.problem().code() == ProblemCode.CREDENTIALS_REFUSED) {
      throw failure;
    }
    return failure.problem();
  }
}
