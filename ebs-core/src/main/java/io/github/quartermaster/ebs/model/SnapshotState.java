package io.github.quartermaster.ebs.model;

import java.util.Locale;

/** How far a snapshot is. */
public enum SnapshotState {
  /** Its point in time is fixed, its data is on the way. */
  PENDING,
  /** It is whole, and can be copied and restored. */
  COMPLETED,
  /** It failed, and stays that way. */
  ERROR,
  /** Anything else that a cloud may say, now or one day; taken for not done yet. */
  OTHER;

  /** Understands a word of EC2 or of Cinder; one that is not known is {@link #OTHER}. */
  public static SnapshotState of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "pending", "creating" -> PENDING;
      // of which a backup is being made right now
      case "completed", "available", "backing-up" -> COMPLETED;
      case "error" -> ERROR;
      default -> OTHER;
    };
  }
}
