package io.github.quartermaster.sentinel.internal.read.host;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a process.
 *
 * @param match which ones
 * @param pidFile the file with its number, or null
 * @param port the TCP port that it has to listen on, if any
 * @param min the fewest that have to run; not negative
 * @param max the most that may run
 * @param self whether this very process may be meant
 * @param cpu thresholds of the processor time in per cent of one core
 * @param memory thresholds of the memory in bytes
 */
record ProcessRule(
    ProcessMatch match,
    @Nullable Path pidFile,
    Optional<Integer> port,
    long min,
    long max,
    boolean self,
    Limits cpu,
    Limits memory) {
  private static final int LARGEST_PORT = 65_535;

  /**
   * Checks that it makes sense.
   *
   * @throws IllegalArgumentException if it does not
   */
  ProcessRule {
    if (match.name() == null && match.command() == null && pidFile == null && port.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing says which process is meant: name, command, pid-file or port");
    }
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("min is 0 or more, and max is not below it");
    }
    if (port.isPresent() && (port.get() < 1 || port.get() > LARGEST_PORT)) {
      throw new IllegalArgumentException("a port is between 1 and 65535, not " + port.get());
    }
  }

  /** Whether only the port says which process is meant. */
  boolean onlyPort() {
    return match.name() == null && match.command() == null && pidFile == null;
  }
}
