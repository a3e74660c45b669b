package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what is to become of each volume. The same input always makes the same plan. */
public final class BackupPlanner {
  private final PlanInput input;
  private final OurSnapshots ours;
  private final CopyPlanner copies;
  private final SetPlanner sets;

  private BackupPlanner(PlanInput input) {
    this.input = input;
    this.ours = new OurSnapshots(input.findings().ours());
    this.copies =
        new CopyPlanner(
            input.run(),
            input.source(),
            input.rules(),
            ours,
            input.findings().encryptsByDefault(),
            false);
    this.sets = new SetPlanner(input.run(), input.source(), input.findings().instances());
  }

  /**
   * Makes the plan; never fails, since what is wrong is among its problems.
   *
   * @param specs what the user wants, each volume once
   * @param source the region of the volumes
   * @param findings of that region and of all destinations that there are
   */
  public static BackupPlan plan(
      RunId run,
      List<VolumeSpec> specs,
      Region source,
      BackupRules rules,
      CloudFindings findings,
      StorageTraits traits) {
    return new BackupPlanner(
            new PlanInput(run, List.copyOf(specs), source, rules, findings, traits))
        .plan();
  }

  private BackupPlan plan() {
    planSets();
    List<PlannedVolume> volumes = input.specs().stream().map(this::plan).toList();
    CostEstimate cost = CostPlanner.estimate(volumes, input.rules().prices());
    List<Problem> problems =
        Stream.of(
                RequestChecks.problems(input),
                QuotaChecks.full(volumes, input.findings().ours(), input.traits()),
                CostPlanner.problems(input.run(), cost, input.rules()))
            .flatMap(List::stream)
            .toList();
    return new BackupPlan(input.run(), volumes, sets.sets(), cost, problems);
  }

  private void planSets() {
    Map<Token, List<VolumeSpec>> made = new LinkedHashMap<>();
    Map<VolumeSpec, Volume> wanted = new LinkedHashMap<>();
    for (VolumeSpec spec : input.specs()) {
      Optional<Snapshot> found = existing(spec.id());
      Optional<Token> set =
          found
              .flatMap(snapshot -> OurSnapshots.token(input.run(), snapshot))
              .filter(token -> !token.subject().equals(spec.id().value()));
      set.ifPresent(token -> made.computeIfAbsent(token, key -> new ArrayList<>()).add(spec));
      if (found.isEmpty()) {
        inCloud(spec.id()).filter(Volume::isReady).ifPresent(volume -> wanted.put(spec, volume));
      }
    }
    sets.adopt(made);
    if (input.rules().consistency() == Consistency.INSTANCE && input.traits().sets()) {
      sets.group(wanted);
    }
  }

  private PlannedVolume plan(VolumeSpec spec) {
    Optional<Snapshot> found = existing(spec.id());
    Optional<Volume> volume = inCloud(spec.id());
    SnapshotTexts texts = SnapshotTexts.of(spec, input.run(), input.traits());
    Optional<Token> set = sets.setOf(spec.id());
    Token token = set.orElse(Token.ofVolume(input.run(), spec.id()));
    Map<String, String> ofVolume =
        found
            .map(VolumeTags::kept)
            .filter(kept -> !kept.isEmpty())
            .or(() -> volume.map(there -> VolumeTags.of(there, input.traits())))
            .orElse(Map.of());
    boolean encrypted =
        volume.map(Volume::encrypted).or(() -> found.map(Snapshot::encrypted)).orElse(false);
    return new PlannedVolume(
        spec,
        input.source(),
        volume.orElse(null),
        token,
        texts.description(),
        set.isPresent()
            ? SnapshotTags.ofMember(spec, texts.name(), ofVolume)
            : SnapshotTags.byItself(spec, token, texts.name(), ofVolume),
        found.orElse(null),
        ours.completed(input.source(), spec.id()).findAny().isEmpty(),
        copies.copies(spec, texts, encrypted, ofVolume),
        problems(spec, texts, found, volume));
  }

  private List<Problem> problems(
      VolumeSpec spec, SnapshotTexts texts, Optional<Snapshot> found, Optional<Volume> volume) {
    List<Problem> problems = new ArrayList<>();
    // a snapshot that is there already outlives its volume, and a source that is unknown has none
    if (found.isEmpty() && input.findings().regions().contains(input.source())) {
      trouble(spec, volume)
          .or(() -> volume.flatMap(there -> crowded(spec, there)))
          .ifPresent(problems::add);
    }
    problems.addAll(texts.problems());
    if (found.isEmpty()) {
      volume.flatMap(there -> VolumeTags.warning(there, input.traits())).ifPresent(problems::add);
    }
    sets.warning(spec.id()).ifPresent(problems::add);
    if (!spec.destinations().isEmpty() && volume.isPresent()) {
      input
          .rules()
          .copyWithin()
          .flatMap(within -> CopyDeadline.tooShort(within, spec.id(), volume.get().sizeGib()))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<Problem> trouble(VolumeSpec spec, Optional<Volume> volume) {
    if (volume.isEmpty()) {
      return Optional.of(
          Problem.error(
              ProblemCode.VOLUME_NOT_FOUND,
              spec.id(),
              "tried to find volume "
                  + place(spec)
                  + "; "
                  + input.source()
                  + " has none of that id",
              "Check the id and the region, or take it out of the list"));
    }
    return volume
        .filter(there -> !there.isReady())
        .map(
            there ->
                Problem.error(
                    ProblemCode.VOLUME_NOT_READY,
                    spec.id(),
                    "tried to plan a snapshot of "
                        + place(spec)
                        + "; its state is "
                        + there.state(),
                    "Try again once it is available or in use, or take it out of the list"));
  }

  private Optional<Problem> crowded(VolumeSpec spec, Volume volume) {
    return QuotaChecks.crowded(place(spec), volume, input.findings().unfinished(), input.traits());
  }

  private static String place(VolumeSpec spec) {
    return spec.line() == 0 ? spec.id().value() : spec.id() + " of line " + spec.line();
  }

  private Optional<Snapshot> existing(VolumeId volume) {
    return ours.ofRun(input.run(), input.source(), volume)
        .filter(snapshot -> !OurSnapshots.isBroken(snapshot))
        .findFirst();
  }

  private Optional<Volume> inCloud(VolumeId id) {
    return Optional.ofNullable(input.findings().volumes().get(id));
  }
}
