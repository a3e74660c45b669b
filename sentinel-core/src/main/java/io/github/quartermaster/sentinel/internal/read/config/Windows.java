package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes maintenance windows out of their settings. */
final class Windows {
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");
  private static final int SHORT = "mon".length();
  private static final String MIDNIGHT = "24:00";

  private Windows() {}

  /**
   * A window.
   *
   * @throws IllegalArgumentException if a day, a time or a zone is none
   */
  static MaintenanceWindow of(Settings settings) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    settings.texts("days").forEach(day -> days.add(day(day)));
    String to = settings.text("to").orElse("");
    return new MaintenanceWindow(
        days,
        time("from", settings.text("from").orElse("")),
        to.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : time("to", to),
        settings.text("zone").map(Windows::zone).orElseGet(ZoneId::systemDefault));
  }

  private static DayOfWeek day(String text) {
    String day = text.toLowerCase(Locale.ROOT);
    for (DayOfWeek each : DayOfWeek.values()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (name.equals(day) || name.substring(0, SHORT).equals(day)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "expected days of the week such as sat, found one that is none");
  }

  private static LocalTime time(String name, String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected " + name + " as a time of the day such as 02:00");
    }
    return LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected zone as one such as Europe/Berlin or UTC, found one that is none", e);
    }
  }
}
