package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.VolumeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What AWS' page on time-based copies for EBS snapshots says of copies that must be done within a
 * time, as of 2025.
 */
final class CopyDeadline {
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int MIB_PER_SECOND = 500;

  /** The surcharge in USD for a GiB, by the longest time that it is for, in minutes. */
  private static final NavigableMap<Long, BigDecimal> SURCHARGE = new TreeMap<>();

  static {
    SURCHARGE.put(15L, new BigDecimal("0.020"));
    SURCHARGE.put(45L, new BigDecimal("0.018"));
    SURCHARGE.put(105L, new BigDecimal("0.016"));
    SURCHARGE.put(225L, new BigDecimal("0.014"));
    SURCHARGE.put(465L, new BigDecimal("0.012"));
    SURCHARGE.put(945L, new BigDecimal("0.010"));
    SURCHARGE.put(Long.MAX_VALUE, new BigDecimal("0.005"));
  }

  private CopyDeadline() {}

  /** What a GiB costs more. */
  static BigDecimal surcharge(Duration within) {
    return SURCHARGE.ceilingEntry(within.toMinutes()).getValue();
  }

  /** Whether no cloud could be asked for it. */
  static List<Problem> problems(Duration within) {
    boolean inSteps = STEP.multipliedBy(within.dividedBy(STEP)).equals(within);
    if (inSteps && within.compareTo(STEP) >= 0 && within.compareTo(LONGEST) <= 0) {
      return List.of();
    }
    return List.of(
        Problem.error(
            ProblemCode.INVALID_REQUEST,
            within,
            "tried to plan copies that are done within "
                + words(within)
                + "; a cloud takes only quarters of an hour, from 15 minutes to 48 hours",
            "Give such a time, or none"));
  }

  /**
   * Whether a volume may hold too much. It is no error: how much it holds is known only once the
   * snapshot is there.
   */
  static Optional<Problem> tooShort(Duration within, VolumeId volume, long sizeGib) {
    Duration needed = Duration.ofSeconds(sizeGib * 1024 / MIB_PER_SECOND);
    if (needed.compareTo(within) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.warning(
            ProblemCode.INVALID_REQUEST,
            volume,
            "tried to plan copies of "
                + volume
                + " that are done within "
                + words(within)
                + "; if all of its "
                + sizeGib
                + " GiB are in use, a copy takes "
                + words(needed)
                + " at least, and will be refused",
            "Give more time if the volume is that full"));
  }

  private static String words(Duration span) {
    long minutes = (span.toSeconds() + 59) / 60;
    return minutes % 60 == 0 ? minutes / 60 + " hours" : minutes + " minutes";
  }
}
