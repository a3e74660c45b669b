package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.run.RemedyRules;

/** The rules as the front door puts them together, for tests of the rooms below it. */
public final class RulesThatHold {
  private RulesThatHold() {}

  /** All of them. */
  public static RemedyRules rules() {
    return new PureRules();
  }
}
