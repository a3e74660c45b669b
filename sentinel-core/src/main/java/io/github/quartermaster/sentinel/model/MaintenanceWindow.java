package io.github.quartermaster.sentinel.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * A time of the week in which people work on the machine and no remedy is tried. One whose end is
 * not after its beginning goes on to the next day.
 *
 * @param days on which it begins; never empty
 * @param from the first moment
 * @param to the first moment after it
 * @param zone whose days and times these are
 */
public record MaintenanceWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  /**
   * Copies the days.
   *
   * @throws IllegalArgumentException if there are none
   */
  public MaintenanceWindow {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a maintenance window has a day at least");
    }
    days = Set.copyOf(EnumSet.copyOf(days));
  }

  /** Whether a moment lies in it. */
  public boolean contains(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    DayOfWeek day = local.getDayOfWeek();
    if (from.isBefore(to)) {
      return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
    }
    return (days.contains(day) && !time.isBefore(from))
        || (days.contains(day.minus(1)) && time.isBefore(to));
  }
}
