package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.List;

/**
 * A command that looks whether a drill's volume holds what it should: a program with arguments,
 * started without a shell. It is told of its volume by the environment: {@code EBS_DRILL_VOLUME},
 * {@code EBS_DRILL_SNAPSHOT}, {@code EBS_DRILL_SOURCE_VOLUME}, {@code EBS_DRILL_REGION}, {@code
 * EBS_DRILL_ZONE}, {@code EBS_DRILL_SIZE_GIB}, {@code EBS_DRILL_RUN} and {@code EBS_DRILL_ID}. The
 * volume is removed once it has ended, so that it must detach what it attaches.
 *
 * @param limit after which it is killed, and the drill has failed
 */
public record DrillHook(List<String> command, Duration limit) {
  /** The limit where nobody says otherwise. */
  public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the command is empty or the limit not positive
   */
  public DrillHook {
    command = List.copyOf(command);
    if (command.isEmpty() || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a hook needs a command and a time that it may take");
    }
  }
}
