package io.github.quartermaster.sentinel.internal.process;

import java.time.Duration;

/** How running a program came out. */
public sealed interface CommandResult {
  /**
   * It ended by itself.
   *
   * @param code its exit code, from 0 to 255
   * @param output what it printed
   * @param took how long it ran
   */
  record Exited(int code, CommandOutput output, Duration took) implements CommandResult {}

  /**
   * A signal ended it. A shell whose last command was killed exits in the same way, by the code 128
   * plus the signal; nobody can tell the two apart.
   *
   * @param signal its number, such as 9 for KILL or 11 for SEGV
   * @param output what it printed
   * @param took how long it ran
   */
  record Signalled(int signal, CommandOutput output, Duration took) implements CommandResult {}

  /**
   * It did not end in time, and was killed with all that it had started.
   *
   * @param output what it had printed
   * @param took how long it ran
   */
  record TimedOut(CommandOutput output, Duration took) implements CommandResult {}

  /**
   * It printed without end, and was killed with all that it had started.
   *
   * @param output the beginning of what it printed
   * @param took how long it ran
   */
  record Flooded(CommandOutput output, Duration took) implements CommandResult {}

  /**
   * There is no such program.
   *
   * @param reason a sentence without a final stop
   */
  record NotFound(String reason) implements CommandResult {}

  /**
   * There is something of that name, and it could not be started.
   *
   * @param reason a sentence without a final stop
   */
  record NotStarted(String reason) implements CommandResult {}
}
