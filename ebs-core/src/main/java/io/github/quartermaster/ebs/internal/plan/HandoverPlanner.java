package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.HANDOVER_IMPOSSIBLE;
import static io.github.quartermaster.ebs.model.ProblemCode.INVALID_REQUEST;
import static io.github.quartermaster.ebs.model.ProblemCode.POLICY_ODD;
import static io.github.quartermaster.ebs.model.ProblemCode.REGION_UNKNOWN;
import static io.github.quartermaster.ebs.model.ProblemCode.VOLUME_NOT_FOUND;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.HandoverFindings;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which policies and tags make a cloud's scheduler do what the volumes file says: a policy
 * for each distinct set of destinations, told by a tag which volumes are its own.
 */
public final class HandoverPlanner {
  private static final int HOURS_OF_A_DAY = 24;

  private final Region region;
  private final List<VolumeSpec> specs;
  private final HandoverRules rules;
  private final HandoverFindings findings;
  private final List<Problem> problems = new ArrayList<>();

  private HandoverPlanner(
      Region region, List<VolumeSpec> specs, HandoverRules rules, HandoverFindings findings) {
    this.region = region;
    this.specs = specs;
    this.rules = rules;
    this.findings = findings;
  }

  /** Plans. */
  public static HandoverPlan plan(
      Region region, List<VolumeSpec> specs, HandoverRules rules, HandoverFindings findings) {
    return new HandoverPlanner(region, specs, rules, findings).plan();
  }

  private HandoverPlan plan() {
    specs.forEach(this::check);
    if (rules.keep() < 1 || rules.keep() > LifecyclePolicies.MOST_KEPT) {
      problems.add(
          Problem.error(
              INVALID_REQUEST,
              region,
              "tried to plan how many snapshots stay; "
                  + rules.keep()
                  + " is not from 1 to "
                  + LifecyclePolicies.MOST_KEPT,
              "Keep a number of snapshots that the scheduler can keep"));
    }
    rules
        .kmsKeyId()
        .ifPresent(key -> problems.addAll(CopyKey.problems(key, new TreeMap<>(findings.keys()))));
    Map<String, FoundPolicy> found = found();
    List<HandoverStep> steps = new ArrayList<>();
    for (LifecyclePolicy wanted : wanted()) {
      steps.add(new HandoverStep.Policy(wanted, found.remove(wanted.group())));
    }
    found.values().forEach(this::tellOrphan);
    steps.addAll(tags());
    return new HandoverPlan(region, steps, problems);
  }

  private void check(VolumeSpec spec) {
    if (!findings.volumes().containsKey(spec.id())) {
      error(
          VOLUME_NOT_FOUND,
          spec,
          "there is none in " + region,
          "Correct the id, or name the region that it is in");
    }
    if (spec.destinations().size() > LifecyclePolicies.MOST_COPIES) {
      error(
          HANDOVER_IMPOSSIBLE,
          spec,
          "it is to be copied to "
              + spec.destinations().size()
              + " regions, and the scheduler copies to "
              + LifecyclePolicies.MOST_COPIES
              + " at most",
          "Name fewer regions, or leave the volume to backups of your own and take it out of this"
              + " file");
    }
    for (Region destination : spec.destinations()) {
      if (destination.equals(region)) {
        error(
            INVALID_REQUEST,
            spec,
            "it is to be copied to " + region + ", which is where it is",
            "Name another region, or none");
      } else if (!findings.regions().contains(destination)) {
        error(
            REGION_UNKNOWN,
            spec,
            "it is to be copied to "
                + destination
                + ", and this account has no region of that name",
            "Correct the region, or opt in to it");
      }
    }
    if (!spec.destinations().isEmpty() && keepDays().isEmpty()) {
      error(
          HANDOVER_IMPOSSIBLE,
          spec,
          "the scheduler keeps copies for a time, and from a cron expression none follows",
          "Say for how many days copies stay, or give an interval in hours");
    }
  }

  private void error(ProblemCode code, VolumeSpec spec, String why, String remedy) {
    problems.add(
        Problem.error(code, spec.id(), "tried to hand over " + spec.title() + "; " + why, remedy));
  }

  /** One for each distinct set of destinations. */
  private List<LifecyclePolicy> wanted() {
    Map<String, List<Region>> groups = new TreeMap<>();
    specs.forEach(
        spec ->
            groups.putIfAbsent(LifecyclePolicy.group(spec.destinations()), spec.destinations()));
    List<LifecyclePolicy> policies = new ArrayList<>();
    groups.forEach(
        (group, destinations) ->
            policies.add(
                new LifecyclePolicy(
                    group,
                    rules.role(),
                    rules.schedule(),
                    rules.keep(),
                    destinations.stream().sorted().map(this::copy).toList())));
    return policies;
  }

  private LifecyclePolicy.Copy copy(Region destination) {
    boolean encrypted = rules.encryptCopies() || rules.kmsKeyId().isPresent();
    return new LifecyclePolicy.Copy(destination, encrypted, key(destination), keepDays().orElse(1));
  }

  private @Nullable String key(Region destination) {
    return findings.keys().get(destination) instanceof Answer.Done<EncryptionKey> done
        ? done.value().id()
        : null;
  }

  /** As long as the snapshots that stay take to come; a day at least. */
  private Optional<Integer> keepDays() {
    if (rules.keepCopiesDays().isPresent()) {
      return rules.keepCopiesDays();
    }
    return rules.schedule() instanceof LifecycleSchedule.Every every
        ? Optional.of(
            Math.max(1, (rules.keep() * every.hours() + HOURS_OF_A_DAY - 1) / HOURS_OF_A_DAY))
        : Optional.empty();
  }

  /** What is there, one of each group. */
  private Map<String, FoundPolicy> found() {
    Map<String, FoundPolicy> found = new TreeMap<>();
    findings.policies().stream()
        .sorted(Comparator.comparing(FoundPolicy::id))
        .forEach(
            policy -> {
              if (found.putIfAbsent(policy.group(), policy) != null) {
                odd(policy, "there are several for the same volumes", "Delete this one");
              }
              if (policy.failed()) {
                odd(
                    policy,
                    "it cannot be carried out: " + policy.message(),
                    "Mend what it says; meanwhile nothing is made, and nothing removed");
              }
            });
    return found;
  }

  private void tellOrphan(FoundPolicy policy) {
    odd(
        policy,
        "no volume of the file is for it",
        "Delete it where the snapshots that it has made are not to be thinned out any more");
  }

  private void odd(FoundPolicy policy, String why, String remedy) {
    problems.add(
        Problem.warning(
            POLICY_ODD,
            policy.id(),
            "tried to understand the policy "
                + policy.id()
                + " ("
                + policy.group()
                + ") in "
                + region
                + "; "
                + why,
            remedy));
  }

  /**
   * Each volume is told its policy, and its own id, which the scheduler hands down to snapshots and
   * copies; those that are not named any more are let go.
   */
  private List<HandoverStep> tags() {
    Map<VolumeId, Map<String, String>> wanted = new TreeMap<>();
    specs.forEach(
        spec ->
            wanted.put(
                spec.id(),
                Map.of(
                    OurTags.HANDOVER, LifecyclePolicy.group(spec.destinations()),
                    OurTags.SOURCE_VOLUME, spec.id().value())));
    Set<VolumeId> all = new HashSet<>(wanted.keySet());
    findings.volumes().values().stream()
        .filter(volume -> volume.tags().containsKey(OurTags.HANDOVER))
        .forEach(volume -> all.add(volume.id()));
    all.retainAll(findings.volumes().keySet());
    return all.stream()
        .sorted()
        .<HandoverStep>map(
            id ->
                new HandoverStep.VolumeTags(
                    id, ours(findings.volumes().get(id)), wanted.getOrDefault(id, Map.of())))
        .toList();
  }

  private static Map<String, String> ours(@Nullable Volume volume) {
    Map<String, String> ours = new HashMap<>(volume == null ? Map.of() : volume.tags());
    ours.keySet().retainAll(Set.of(OurTags.HANDOVER, OurTags.SOURCE_VOLUME));
    return ours;
  }
}
