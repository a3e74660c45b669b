package io.github.quartermaster.amp.model;

import java.util.List;

/**
 * What was found of a WAR.
 *
 * @param evidence what the findings were made from
 * @param findings the gravest first
 * @param checkedFiles how many files of modules were compared with what their installers wrote
 * @param uncheckedFiles how many could not be, since no installer noted what it wrote; the Module
 *     Management Tool does not
 */
public record WarHealth(
    WarEvidence evidence, List<WarFinding> findings, int checkedFiles, int uncheckedFiles) {

  /** Copies the list. */
  public WarHealth {
    findings = List.copyOf(findings);
  }

  /** The WAR. */
  public WarInventory war() {
    return evidence.war();
  }

  /** What the findings are about. */
  public List<Problem> problems() {
    return findings.stream().map(WarFinding::problem).toList();
  }
}
