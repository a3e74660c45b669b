package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.Problem;
import java.util.List;

/**
 * What was found wrong with AMPs.
 *
 * @param amps those that were looked at
 * @param findings AMP by AMP, in each by file and line; without what is allowed
 * @param allowed what was found and is allowed
 * @param unused allowances that allow nothing (any more)
 * @param problems what kept from looking at something
 */
public record LintResult(
    List<LintedAmp> amps,
    List<Finding> findings,
    List<Finding> allowed,
    List<Allowance> unused,
    List<Problem> problems) {

  /** Copies the lists. */
  public LintResult {
    amps = List.copyOf(amps);
    findings = List.copyOf(findings);
    allowed = List.copyOf(allowed);
    unused = List.copyOf(unused);
    problems = List.copyOf(problems);
  }
}
