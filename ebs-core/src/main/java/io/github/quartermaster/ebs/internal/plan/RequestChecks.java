package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.DUPLICATE_VOLUME;
import static io.github.quartermaster.ebs.model.ProblemCode.INVALID_REQUEST;
import static io.github.quartermaster.ebs.model.ProblemCode.NO_VOLUMES;
import static io.github.quartermaster.ebs.model.ProblemCode.REGION_UNKNOWN;
import static io.github.quartermaster.ebs.model.ProblemCode.UNSUPPORTED;

import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what is wrong with a request as a whole, all of it at once. */
final class RequestChecks {
  private static final int MOST_NAMED = 5;

  private final PlanInput input;
  private final List<Problem> problems = new ArrayList<>();

  private RequestChecks(PlanInput input) {
    this.input = input;
  }

  static List<Problem> problems(PlanInput input) {
    RequestChecks checks = new RequestChecks(input);
    checks.checkVolumes();
    checks.checkSource();
    checks.checkDestinations();
    checks.checkSets();
    checks.checkTags();
    input.rules().copyWithin().map(CopyDeadline::problems).ifPresent(checks.problems::addAll);
    return checks.problems;
  }

  private void checkVolumes() {
    if (input.specs().isEmpty()) {
      problems.add(
          Problem.error(
              NO_VOLUMES,
              input.source(),
              "tried to plan run " + input.run() + "; no volume is named or found",
              "Name the volumes to back up"));
    }
    Map<VolumeId, List<VolumeSpec>> byId =
        input.specs().stream()
            .collect(
                Collectors.groupingBy(VolumeSpec::id, LinkedHashMap::new, Collectors.toList()));
    byId.forEach(
        (id, specs) -> {
          if (specs.size() > 1) {
            problems.add(
                Problem.error(
                    DUPLICATE_VOLUME,
                    id,
                    "tried to plan a backup of " + id + "; it is named " + specs.size() + " times",
                    "Name it once, with all regions to copy it to"));
          }
        });
  }

  private void checkSource() {
    if (!input.findings().regions().contains(input.source())) {
      problems.add(unknown(input.source(), "a backup of the volumes of " + input.source()));
    }
  }

  private void checkDestinations() {
    Map<Region, List<VolumeSpec>> byRegion = new LinkedHashMap<>();
    for (VolumeSpec spec : input.specs()) {
      for (Region region : spec.destinations()) {
        byRegion.computeIfAbsent(region, key -> new ArrayList<>()).add(spec);
      }
    }
    if (!byRegion.isEmpty() && !input.traits().copies()) {
      problems.add(
          Problem.error(
              UNSUPPORTED,
              input.traits().cloud(),
              "tried to plan copies to "
                  + names(byRegion.keySet().stream().map(Region::name).toList())
                  + "; "
                  + input.traits().cloud()
                  + " cannot copy snapshots to other regions",
              "Name no destination regions"));
      return;
    }
    byRegion.forEach(this::checkDestination);
  }

  private void checkDestination(Region region, List<VolumeSpec> specs) {
    String what = "copies to " + region + " (" + places(specs) + ")";
    if (region.equals(input.source())) {
      problems.add(
          Problem.error(
              INVALID_REQUEST,
              region,
              "tried to plan " + what + "; that is where the volumes are",
              "Name another region, or none"));
    } else if (!input.findings().regions().contains(region)) {
      problems.add(unknown(region, what));
    } else {
      input
          .rules()
          .kmsKeyId()
          .flatMap(key -> CopyKey.problem(key, region))
          .ifPresent(problems::add);
    }
  }

  private Problem unknown(Region region, String what) {
    String meant =
        input.findings().regions().stream()
            .filter(known -> known.name().equalsIgnoreCase(region.name()))
            .findFirst()
            .map(known -> "Write " + known)
            .orElse(
                "Name one of "
                    + input.findings().regions().stream()
                        .sorted()
                        .map(Region::name)
                        .collect(Collectors.joining(", "))
                    + ", or opt in to the region");
    return Problem.error(
        REGION_UNKNOWN,
        region,
        "tried to plan " + what + "; this account has no region of that name",
        meant);
  }

  private void checkSets() {
    if (input.rules().consistency() == Consistency.INSTANCE && !input.traits().sets()) {
      problems.add(
          Problem.error(
              UNSUPPORTED,
              input.traits().cloud(),
              "tried to plan one point in time for the volumes of an instance; "
                  + input.traits().cloud()
                  + " cannot snapshot them together",
              "Ask for each volume by itself"));
    }
  }

  private void checkTags() {
    int longest = input.traits().longestTag();
    for (VolumeSpec spec : input.specs()) {
      boolean longToken =
          Token.ofVolume(input.run(), spec.id()).toString().length() > longest
              || spec.destinations().stream()
                  .map(region -> Token.ofCopy(input.run(), spec.id(), region).toString())
                  .anyMatch(token -> token.length() > longest);
      boolean longList = SnapshotTags.copyTo(spec).length() > longest;
      if (longToken || longList) {
        problems.add(
            Problem.error(
                INVALID_REQUEST,
                spec.id(),
                "tried to plan the tags of "
                    + places(List.of(spec))
                    + "; a tag of "
                    + input.traits().cloud()
                    + " holds "
                    + longest
                    + " characters, and "
                    + (longToken ? "the token" : "the list of its destinations")
                    + " would be longer",
                longToken ? "Give the run a shorter id" : "Copy it to fewer regions"));
      }
    }
  }

  private static String places(List<VolumeSpec> specs) {
    return names(
        specs.stream()
            .map(
                spec ->
                    spec.line() == 0 ? spec.id().value() : spec.id() + " in line " + spec.line())
            .toList());
  }

  private static String names(List<String> all) {
    String first = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return all.size() <= MOST_NAMED ? first : first + " and " + (all.size() - MOST_NAMED) + " more";
  }
}
