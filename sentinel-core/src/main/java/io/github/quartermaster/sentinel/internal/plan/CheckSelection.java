package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which checks are meant by names and tags. */
public final class CheckSelection {
  private CheckSelection() {}

  /**
   * The names of the checks that are wanted; of all where nothing is.
   *
   * @param wanted names of checks, or {@code tag:} and a tag that a check provides or is the type
   *     of
   * @throws SentinelException if one of them means no check; names all of these
   */
  public static Set<String> of(List<CheckSpec> specs, Set<String> wanted) {
    Set<String> selected = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String each : wanted) {
      List<String> found =
          specs.stream().filter(spec -> isMeant(spec, each)).map(CheckSpec::name).toList();
      selected.addAll(found);
      if (found.isEmpty()) {
        problems.add(unknown(each, specs));
      }
    }
    if (!problems.isEmpty()) {
      throw new SentinelException(problems);
    }
    if (wanted.isEmpty()) {
      specs.forEach(spec -> selected.add(spec.name()));
    }
    return selected;
  }

  private static boolean isMeant(CheckSpec spec, String wanted) {
    if (!wanted.startsWith(Requirement.TAG_PREFIX)) {
      return spec.name().equals(wanted);
    }
    String tag = wanted.substring(Requirement.TAG_PREFIX.length());
    return spec.type().equals(tag) || spec.provides().contains(tag);
  }

  private static Problem unknown(String name, List<CheckSpec> specs) {
    Set<String> known = new TreeSet<>();
    specs.forEach(spec -> known.add(spec.name()));
    return Problem.error(
        ProblemCode.CHECK_UNKNOWN,
        name,
        "tried to select the check " + name + "; there is none of that name",
        "Name one of " + String.join(", ", known) + ", or tag: and a tag");
  }
}
