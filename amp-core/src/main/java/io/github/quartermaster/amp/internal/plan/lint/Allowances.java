package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.internal.plan.PathPatterns;
import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    for (Finding finding : all) {
      List<Allowance> by = allowances.stream().filter(one -> covers(one, finding)).toList();
      by.forEach(unused::remove);
      (by.isEmpty() ? findings : allowed).add(finding);
    }
    return new Sorted(findings, allowed, List.copyOf(unused));
  }

  private static boolean covers(Allowance allowance, Finding finding) {
    String subject = finding.subject().replaceFirst("^/+", "");
    return allowance.rule() == finding.rule()
        && (allowance.pattern().isEmpty()
            || new PathPatterns(List.of(allowance.pattern().get())).matches(subject));
  }
}
