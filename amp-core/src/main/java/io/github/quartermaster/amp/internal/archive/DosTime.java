package io.github.quartermaster.amp.internal.archive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The time of a zip entry as the format stores it: local time without a zone, from 1980 to 2107, in
 * steps of two seconds. Nothing here consults the machine's time zone, so that the same input gives
 * the same bytes everywhere.
 *
 * @param packed date in the upper, time of day in the lower 16 bits (APPNOTE 4.4.6)
 */
public record DosTime(int packed) {
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final LocalDateTime LATEST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

  /** The given wall-clock time, moved to the nearest end of the range where it is outside. */
  public static DosTime of(LocalDateTime time) {
    LocalDateTime t = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    return new DosTime(
        ((t.getYear() - 1980) << 25)
            | (t.getMonthValue() << 21)
            | (t.getDayOfMonth() << 16)
            | (t.getHour() << 11)
            | (t.getMinute() << 5)
            | (t.getSecond() >> 1));
  }

  /** The given instant as a clock that runs in UTC shows it. */
  public static DosTime ofUtc(Instant instant) {
    return of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  /**
   * The stored wall-clock time; fields that no calendar has are moved to the nearest that exists.
   */
  public LocalDateTime toLocalDateTime() {
    YearMonth month =
        YearMonth.of(1980 + (packed >>> 25), Math.max(1, Math.min(12, (packed >> 21) & 15)));
    return month
        .atDay(Math.max(1, Math.min(month.lengthOfMonth(), (packed >> 16) & 31)))
        .atTime(
            Math.min(23, (packed >> 11) & 31),
            Math.min(59, (packed >> 5) & 63),
            Math.min(58, (packed & 31) << 1));
  }
}
