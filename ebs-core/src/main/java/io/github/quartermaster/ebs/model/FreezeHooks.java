package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.List;

/**
 * Commands that hold an application still for the moment in which a snapshot's point in time is
 * fixed. Both are programs with arguments, started without a shell, and are told of what they are
 * run for by the environment: {@code EBS_RUN}, {@code EBS_REGION}, {@code EBS_SUBJECT} (the volume,
 * or the instance of a set).
 *
 * @param freeze run before the creating call; where it fails, no snapshot is made
 * @param thaw run right after the call was answered, and also where the freeze or the call failed;
 *     it must do no harm where nothing is frozen
 * @param deadline the longest time between freeze and thaw: a timer that is no child of this
 *     process thaws then, also where this process is dead or hangs
 */
public record FreezeHooks(List<String> freeze, List<String> thaw, Duration deadline) {
  /** The deadline where nobody says otherwise. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a command is empty or the deadline not positive
   */
  public FreezeHooks {
    freeze = List.copyOf(freeze);
    thaw = List.copyOf(thaw);
    if (freeze.isEmpty() || thaw.isEmpty()) {
      throw new IllegalArgumentException("a freeze needs a thaw, and a thaw a freeze");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("the deadline of a freeze must be positive");
    }
  }
}
