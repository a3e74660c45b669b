package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.DEPENDENCY_UNKNOWN;

import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at what checks require. Which components there are is known only once providers have looked
 * at the machine, so that a name is refused here only if it is nearly that of a check. What is
 * switched off is required by nobody.
 */
final class References {
  // more than any people's file has; each looks at all names
  private static final int MOST_GUESSES = 1000;

  private final Set<String> names = new TreeSet<>();
  private final Set<String> tags = new TreeSet<>();
  private final Set<String> offNames = new TreeSet<>();
  private final Set<String> offTags = new TreeSet<>();
  private final Findings findings;
  private int guesses;

  References(List<CheckBinder.Bound> checks, Findings findings) {
    this.findings = findings;
    for (CheckBinder.Bound check : checks) {
      Set<String> someNames = check.enabled() ? names : offNames;
      Set<String> someTags = check.enabled() ? tags : offTags;
      someNames.add(check.spec().name());
      check.spec().aliases().stream().map(ComponentId::value).forEach(someNames::add);
      someTags.addAll(check.spec().provides());
      if (!check.spec().type().isEmpty()) {
        someTags.add(check.spec().type());
      }
    }
    offNames.removeAll(names);
    offTags.removeAll(tags);
  }

  /** The check with those of its requirements that can be met. */
  CheckSpec resolved(CheckBinder.Bound check) {
    List<Requirement> requirements = new ArrayList<>();
    for (RequirementReader.Placed placed : check.requires()) {
      Requirement requirement = placed.requirement();
      boolean off = (requirement.isTag() ? offTags : offNames).contains(requirement.name());
      if (!off && isFine(check.spec(), placed)) {
        requirements.add(requirement);
      }
    }
    return check.spec().requiring(requirements);
  }

  private boolean isFine(CheckSpec check, RequirementReader.Placed placed) {
    Requirement requirement = placed.requirement();
    String name = requirement.name();
    if (!requirement.isTag() && name.equals(check.name())) {
      refuse(placed, check.name() + " requires itself", "Remove that");
      return false;
    }
    Set<String> known = requirement.isTag() ? tags : names;
    if (known.contains(name) || ++guesses > MOST_GUESSES) {
      return true;
    }
    Optional<String> near = Suggestion.nearest(name, known).filter(other -> isSlip(name, other));
    near.ifPresent(
        other ->
            refuse(
                placed,
                "there is no "
                    + (requirement.isTag() ? "tag " : "check ")
                    + placed.shown().replaceFirst("^" + Requirement.TAG_PREFIX, ""),
                placed.shown().contains("${")
                    ? "Check what is put in"
                    : "Did you mean "
                        + (requirement.isTag() ? Requirement.TAG_PREFIX : "")
                        + other
                        + "?"));
    return near.isEmpty();
  }

  /** A slip of the hand: close, and with the same digits, since node1 and node2 are two things. */
  static boolean isSlip(String one, String other) {
    int most = Math.min(one.length(), other.length()) < 5 ? 1 : 2;
    return Math.min(one.length(), other.length()) > 2
        && one.replaceAll("\\D", "").equals(other.replaceAll("\\D", ""))
        && Suggestion.distance(one, other) <= most;
  }

  private void refuse(RequirementReader.Placed placed, String what, String remedy) {
    findings.add(DEPENDENCY_UNKNOWN, placed.at(), placed.path(), what, remedy);
  }
}
