package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * The mistakes found so far, of which the first {@value #MOST} are told. Not safe for use by
 * several threads.
 */
final class Findings {
  private static final int MOST = 100;

  private final List<Finding> findings = new ArrayList<>();

  /** A problem, and whether it is one of this machine more than of the file. */
  private record Finding(Problem problem, boolean ofMachine) {}

  /**
   * Adds a mistake.
   *
   * @param at where it stands
   * @param path the keys that lead to it, such as {@code checks.disk.warn}; may be empty
   * @param what what was expected and what was found
   * @param remedy a sentence without a final stop
   */
  void add(ProblemCode code, YamlPosition at, String path, String what, String remedy) {
    add(code, at, path, what, remedy, false);
  }

  /** Adds something that would be right on another machine, such as one with that variable. */
  void addOfMachine(ProblemCode code, YamlPosition at, String path, String what, String remedy) {
    add(code, at, path, what, remedy, true);
  }

  private void add(
      ProblemCode code,
      YamlPosition at,
      String path,
      String what,
      String remedy,
      boolean ofMachine) {
    String message = at + (path.isEmpty() ? "" : " " + path) + ": " + what;
    findings.add(
        new Finding(Problem.error(code, at, SafeText.of(message), SafeText.of(remedy)), ofMachine));
  }

  /** Adds what others found, but for what only this machine makes wrong. */
  void addLasting(Findings others) {
    others.findings.stream().filter(finding -> !finding.ofMachine()).forEach(findings::add);
  }

  /** Adds what others found. */
  void addAll(Findings others) {
    findings.addAll(others.findings);
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  /** How many there are. */
  int size() {
    return findings.size();
  }

  /** The first of them, in the order in which they were found; the same one only once. */
  List<Problem> problems() {
    List<Problem> problems = findings.stream().map(Finding::problem).distinct().toList();
    if (problems.size() <= MOST) {
      return problems;
    }
    Problem next = problems.get(MOST);
    List<Problem> first = new ArrayList<>(problems.subList(0, MOST));
    first.add(
        Problem.error(
            next.code(),
            next.subject(),
            "there are "
                + (problems.size() - MOST)
                + " more mistakes from "
                + next.subject()
                + " on",
            "Mend the first ones, which often mends others"));
    return first;
  }
}
