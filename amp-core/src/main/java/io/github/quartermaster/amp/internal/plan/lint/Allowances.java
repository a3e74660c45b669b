package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.internal.plan.PathPatterns;
import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes what is allowed out of what was found. */
public final class Allowances {
  private Allowances() {}

  /** What remains, what is allowed, and which allowances were needed for nothing. */
  public record Sorted(List<Finding> findings, List<Finding> allowed, List<Allowance> unused) {}

  /** Sorts the findings, each kind in its order. */
  public static Sorted sort(List<Finding> all, List<Allowance> allowances) {
    List<Finding> findings = new ArrayList<>();
    List<Finding> allowed = new ArrayList<>();
    Set<Allowance> unused = new LinkedHashSet<>(allowances);
    Map<Allowance, PathPatterns> patterns = new LinkedHashMap<>();
    allowances.forEach(
        one -> patterns.put(one, new PathPatterns(List.of(one.pattern().orElse("**")))));
    for (Finding finding : all) {
      String subject = finding.subject().replaceFirst("^/+", "");
      List<Allowance> by = new ArrayList<>();
      patterns.forEach(
          (one, subjects) -> {
            if (one.rule() == finding.rule() && subjects.matches(subject)) {
              by.add(one);
            }
          });
      by.forEach(unused::remove);
      (by.isEmpty() ? findings : allowed).add(finding);
    }
    return new Sorted(findings, allowed, List.copyOf(unused));
  }
}
