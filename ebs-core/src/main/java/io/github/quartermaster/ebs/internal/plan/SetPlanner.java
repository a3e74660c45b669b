package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Groups volumes by the instance that they are attached to, so that one call snapshots them at one
 * point in time. What cannot be grouped is by itself, and its user is told.
 */
final class SetPlanner {
  /** How many volumes AWS lets such a call leave out. */
  private static final int MOST_LEFT_OUT = 40;

  private final RunId run;
  private final Region source;
  private final Map<InstanceId, Instance> instances;
  private final Map<Token, PlannedSet> sets = new LinkedHashMap<>();
  private final Map<VolumeId, Token> setOf = new HashMap<>();
  private final Map<VolumeId, Problem> warnings = new HashMap<>();

  SetPlanner(RunId run, Region source, List<Instance> instances) {
    this.run = run;
    this.source = source;
    this.instances =
        instances.stream()
            .collect(Collectors.toMap(Instance::id, Function.identity(), (one, same) -> one));
  }

  /** The sets, of those made before and those to be made. */
  List<PlannedSet> sets() {
    return List.copyOf(sets.values());
  }

  /** The token of the set that a volume is in. */
  Optional<Token> setOf(VolumeId volume) {
    return Optional.ofNullable(setOf.get(volume));
  }

  /** Why a volume is by itself although sets are wanted. */
  Optional<Problem> warning(VolumeId volume) {
    return Optional.ofNullable(warnings.get(volume));
  }

  /** Takes up sets of which an earlier call of this run made snapshots. */
  void adopt(Map<Token, List<VolumeSpec>> made) {
    made.forEach(
        (token, members) -> add(token, creation(token, false, Set.of(), members), members));
  }

  /** Groups what is to be made. */
  void group(Map<VolumeSpec, Volume> wanted) {
    Map<InstanceId, List<VolumeSpec>> byInstance = new LinkedHashMap<>();
    wanted.forEach(
        (spec, volume) -> {
          if (volume.attachedTo().size() == 1) {
            byInstance
                .computeIfAbsent(volume.attachedTo().get(0), key -> new ArrayList<>())
                .add(spec);
          } else {
            String why =
                volume.attachedTo().isEmpty()
                    ? "it is attached to no instance"
                    : "it is attached to several instances";
            beByItself(spec, why);
          }
        });
    byInstance.forEach(this::group);
  }

  private void group(InstanceId id, List<VolumeSpec> wanted) {
    Token token = Token.ofInstance(run, id);
    Instance instance = instances.get(id);
    if (sets.containsKey(token)) {
      all(wanted, "the set of " + id + " was made before, without it");
    } else if (instance == null) {
      all(wanted, "nothing is known of " + id + ", which it is attached to");
    } else {
      List<VolumeSpec> members =
          wanted.stream().filter(spec -> instance.volumes().contains(spec.id())).toList();
      all(
          wanted.stream().filter(spec -> !members.contains(spec)).toList(),
          "it is about to be detached from " + id);
      if (members.size() > 1) {
        make(token, instance, members);
      }
    }
  }

  private void make(Token token, Instance instance, List<VolumeSpec> members) {
    Set<VolumeId> others = new HashSet<>(instance.volumes());
    members.forEach(member -> others.remove(member.id()));
    VolumeId boot = instance.bootVolume();
    if (boot == null && !others.isEmpty()) {
      all(members, "it is not known which volume " + instance.id() + " starts from");
      return;
    }
    boolean withoutBoot = boot != null && others.remove(boot);
    if (others.size() > MOST_LEFT_OUT) {
      all(
          members,
          others.size()
              + " other volumes of "
              + instance.id()
              + " would have to be left out, and "
              + MOST_LEFT_OUT
              + " can be");
      return;
    }
    add(token, creation(token, withoutBoot, others, members), members);
  }

  private Creation.OfInstance creation(
      Token token, boolean withoutBoot, Set<VolumeId> without, List<VolumeSpec> members) {
    InstanceId instance = new InstanceId(token.subject());
    Map<String, String> tags = new HashMap<>(SnapshotTags.ofSet(token));
    tags.put(OurTags.NAME, "volumes of " + instance);
    Set<String> destinations =
        members.stream().map(SnapshotTags::copyTo).collect(Collectors.toSet());
    // where it is the same for all, no crash before the tagging can lose it
    if (destinations.size() == 1 && !destinations.contains("")) {
      tags.put(OurTags.COPY_TO, destinations.iterator().next());
    }
    return new Creation.OfInstance(
        source, instance, withoutBoot, without, "volumes of " + instance + ", run " + run, tags);
  }

  private void add(Token token, Creation.OfInstance creation, List<VolumeSpec> members) {
    List<VolumeId> ids = members.stream().map(VolumeSpec::id).toList();
    sets.put(token, new PlannedSet(token, creation, ids));
    ids.forEach(id -> setOf.put(id, token));
  }

  private void all(List<VolumeSpec> specs, String why) {
    specs.forEach(spec -> beByItself(spec, why));
  }

  private void beByItself(VolumeSpec spec, String why) {
    warnings.put(
        spec.id(),
        Problem.warning(
            ProblemCode.SET_IMPOSSIBLE,
            spec.id(),
            "tried to plan one point in time for " + spec.id() + " and others; " + why,
            "It is snapshotted by itself, at a point in time of its own"));
  }
}
