package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The types of volume, and what performance may be asked of them, from "CreateVolume" of the API
 * reference.
 */
enum VolumeType {
  GP2,
  GP3,
  IO1,
  IO2,
  SC1,
  ST1,
  STANDARD;

  private static final int GP3_IOPS = 3000;
  private static final int GP3_THROUGHPUT = 125;
  private static final int GP2_LEAST_IOPS = 100;
  private static final int GP2_MOST_IOPS = 16_000;

  static VolumeType of(String name) {
    for (VolumeType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return type;
      }
    }
    throw new RefusedException("UnknownVolumeType", "Unsupported volume type '" + name + "'");
  }

  /** Refuses what is not to be asked of the type. */
  void check(@Nullable Integer iops, @Nullable Integer throughput) {
    if (iops != null && this != GP3 && !hasToNameIops()) {
      throw new RefusedException(
          "InvalidParameterCombination", "The parameter iops is not supported for " + this);
    }
    if (iops == null && hasToNameIops()) {
      throw new RefusedException(
          "MissingParameter", "The request must contain the parameter iops for " + this);
    }
    if (throughput != null && this != GP3) {
      throw new RefusedException(
          "InvalidParameterCombination", "The parameter throughput is not supported for " + this);
    }
  }

  private boolean hasToNameIops() {
    return this == IO1 || this == IO2;
  }

  /** What is told as IOPS; null of types that have none. */
  @Nullable Integer iops(@Nullable Integer asked, int sizeGiB) {
    if (asked != null) {
      return asked;
    }
    return switch (this) {
      case GP3 -> GP3_IOPS;
      case GP2 -> Math.max(GP2_LEAST_IOPS, Math.min(GP2_MOST_IOPS, 3 * sizeGiB));
      default -> null;
    };
  }

  /** What is told as throughput; null of types that have none. */
  @Nullable Integer throughput(@Nullable Integer asked) {
    return asked != null ? asked : this == GP3 ? Integer.valueOf(GP3_THROUGHPUT) : null;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
