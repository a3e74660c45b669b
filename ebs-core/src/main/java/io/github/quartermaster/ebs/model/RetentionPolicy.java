package io.github.quartermaster.ebs.model;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How much is kept of each volume in each region, grandfather, father and son: the last snapshots,
 * and the last one of each of the last days, weeks, months and years that have any. A snapshot
 * stays where one rule keeps it. Weeks are those of ISO 8601: they begin on Mondays, and belong to
 * the year that their Thursday is in.
 *
 * @param last how many of the newest
 * @param daily how many days
 * @param weekly how many weeks
 * @param monthly how many months
 * @param yearly how many years
 * @param zone where days begin
 */
public record RetentionPolicy(
    int last, int daily, int weekly, int monthly, int yearly, ZoneId zone) {
  /** The last seven, whenever they were made: a week of nightly backups. */
  public static final RetentionPolicy DEFAULT = new RetentionPolicy(7, 0, 0, 0, 0, ZoneOffset.UTC);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or all are zero: that would keep nothing
   */
  public RetentionPolicy {
    if (last < 0 || daily < 0 || weekly < 0 || monthly < 0 || yearly < 0) {
      throw new IllegalArgumentException("less than nothing cannot be kept");
    }
    if ((last | daily | weekly | monthly | yearly) == 0) {
      throw new IllegalArgumentException("a policy that keeps nothing is none");
    }
  }
}
