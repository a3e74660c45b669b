package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.time.Instant;

/**
 * What keeps a snapshot from being deleted.
 *
 * @param mode {@code governance} or {@code compliance}
 * @param days how long
 * @param coolOffHours how long a lock in compliance mode can still be taken back
 */
record SnapshotLock(String mode, int days, int coolOffHours, Instant created, Instant starts) {

  Instant expires() {
    return starts.plusSeconds(days * 86_400L);
  }

  Instant coolOffEnds() {
    return created.plusSeconds(coolOffHours * 3_600L);
  }

  String state(Instant now) {
    if (!now.isBefore(expires())) {
      return "expired";
    }
    return mode.equals("compliance") && now.isBefore(coolOffEnds()) ? "compliance-cooloff" : mode;
  }

  boolean holds(Instant now) {
    return now.isBefore(expires());
  }
}
