package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a drill showed about one volume.
 *
 * @param made the temporary volume, or null where there was none; read it by {@link #volume()}
 * @param begunAt when it was asked for
 * @param availableAfter until it could be used, or null where it could not; read it by {@link
 *     #untilAvailable()}
 * @param hookExit how the hook ended, or null where none ran to its end; read it by {@link
 *     #exitOfHook()}
 * @param elapsed from the first call to the removal
 * @param removed whether the temporary volume is gone for certain, also where there was none
 * @param problems why the drill failed, or what is left of it; none where it passed
 */
public record DrilledVolume(
    PlannedRestore planned,
    @Nullable VolumeId made,
    Instant begunAt,
    @Nullable Duration availableAfter,
    @Nullable Integer hookExit,
    Duration elapsed,
    boolean removed,
    List<Problem> problems) {
  /** Copies the list. */
  public DrilledVolume {
    problems = List.copyOf(problems);
  }

  /** The temporary volume. */
  public Optional<VolumeId> volume() {
    return Optional.ofNullable(made);
  }

  /** How long it took until the volume could be used. */
  public Optional<Duration> untilAvailable() {
    return Optional.ofNullable(availableAfter);
  }

  /** How the hook ended. */
  public Optional<Integer> exitOfHook() {
    return Optional.ofNullable(hookExit);
  }

  /** Whether the volume could be made, and held what it should. */
  public boolean isPassed() {
    return availableAfter != null && problems.stream().noneMatch(Problem::isError);
  }
}
