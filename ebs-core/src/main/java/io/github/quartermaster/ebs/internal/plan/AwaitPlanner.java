package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rebuilds the plan of an earlier run from the tags of its snapshots. All of its snapshots exist;
 * what is still to be begun are copies. What failed stays failed: making it anew is a backup's
 * task.
 */
public final class AwaitPlanner {
  private final RunId run;
  private final Region source;
  private final StorageTraits traits;
  private final OurSnapshots ours;
  private final CopyPlanner copies;
  private final Map<Token, List<VolumeSpec>> sets = new LinkedHashMap<>();

  private AwaitPlanner(
      RunId run, Region source, BackupRules rules, List<Snapshot> found, StorageTraits traits) {
    this.run = run;
    this.source = source;
    this.traits = traits;
    this.ours = new OurSnapshots(found);
    this.copies = new CopyPlanner(run, source, rules, ours, Set.of(), true);
  }

  /**
   * Makes the plan.
   *
   * @param rules how copies are made that have not been begun
   * @param found the run's snapshots in its region, and in those that these are to be copied to
   */
  public static BackupPlan plan(
      RunId run, Region source, BackupRules rules, List<Snapshot> found, StorageTraits traits) {
    return new AwaitPlanner(run, source, rules, found, traits).plan(found, rules);
  }

  private BackupPlan plan(List<Snapshot> found, BackupRules rules) {
    List<PlannedVolume> volumes =
        found.stream()
            .map(Snapshot::sourceVolume)
            .distinct()
            .sorted()
            .flatMap(id -> ours.ofRun(run, source, id).limit(1).map(first -> plan(id, first)))
            .toList();
    SetPlanner setPlanner = new SetPlanner(run, source, List.of());
    setPlanner.adopt(sets);
    return new BackupPlan(
        run,
        volumes,
        setPlanner.sets(),
        CostPlanner.estimate(volumes, rules.prices()),
        volumes.isEmpty() ? List.of(unknown()) : List.of());
  }

  private PlannedVolume plan(VolumeId id, Snapshot snapshot) {
    VolumeSpec spec = new VolumeSpec(id, words(id, snapshot), destinations(snapshot), 0);
    Token token = OurSnapshots.token(run, snapshot).orElse(Token.ofVolume(run, id));
    if (!token.subject().equals(id.value())) {
      sets.computeIfAbsent(token, key -> new ArrayList<>()).add(spec);
    }
    return new PlannedVolume(
        spec,
        source,
        null,
        token,
        snapshot.description(),
        snapshot.tags(),
        snapshot,
        false,
        copies.copies(
            spec,
            SnapshotTexts.of(spec, run, traits),
            snapshot.encrypted(),
            VolumeTags.kept(snapshot)),
        problems(snapshot));
  }

  /** The user's words, out of the name that they were made part of. */
  private static String words(VolumeId id, Snapshot snapshot) {
    return snapshot
        .tag(OurTags.NAME)
        .filter(name -> name.endsWith(" " + id))
        .map(name -> name.substring(0, name.length() - id.value().length()).strip())
        .orElse("");
  }

  private static List<Region> destinations(Snapshot snapshot) {
    return regionNames(snapshot).filter(Region::isWellFormed).map(Region::new).toList();
  }

  private static List<Problem> problems(Snapshot snapshot) {
    Optional<String> senseless =
        regionNames(snapshot).filter(name -> !Region.isWellFormed(name)).findFirst();
    return senseless
        .map(
            name ->
                Problem.warning(
                    ProblemCode.REGION_UNKNOWN,
                    snapshot.id(),
                    "tried to read the tag "
                        + OurTags.COPY_TO
                        + " of "
                        + snapshot.id()
                        + "; not all of it are names of regions",
                    "Copy the snapshot there yourself, if that was wanted"))
        .stream()
        .toList();
  }

  private static Stream<String> regionNames(Snapshot snapshot) {
    return snapshot.tag(OurTags.COPY_TO).stream()
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(name -> !name.isEmpty());
  }

  private Problem unknown() {
    return Problem.error(
        ProblemCode.RUN_UNKNOWN,
        run,
        "tried to find run " + run + " in " + source + "; no snapshot there carries its tags",
        "Check the id and the region; a run that has begun nothing leaves nothing to wait for");
  }
}
