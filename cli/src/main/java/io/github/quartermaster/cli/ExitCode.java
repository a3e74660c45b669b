package io.github.quartermaster.cli;

import io.github.quartermaster.maven.Outcome;

/** How a command ended, as scripts learn it. */
final class ExitCode {
  /** The work is done, or there was nothing to do. */
  static final int OK = 0;

  /** What was looked at is not as it should be; nothing was changed because of that. */
  static final int REFUSED = 1;

  /** The work could not be done. */
  static final int FAILED = 2;

  /** With {@code --detailed-exit-code}: something was done, so that 0 means that nothing was. */
  static final int CHANGED = 3;

  /** The command line makes no sense (EX_USAGE of sysexits.h). */
  static final int USAGE = 64;

  private ExitCode() {}

  static int of(Outcome.Verdict verdict, boolean detailed) {
    return detailed && verdict == Outcome.Verdict.DONE ? CHANGED : OK;
  }
}
