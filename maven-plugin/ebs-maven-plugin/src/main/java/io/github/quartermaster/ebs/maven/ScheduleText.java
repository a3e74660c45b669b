package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.maven.ParameterHint;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** A schedule as users write it: {@code 24h@03:00}, {@code 6h} or {@code cron(0 3 * * ? *)}. */
final class ScheduleText {
  private static final Pattern EVERY = Pattern.compile("([0-9]{1,2})h(?:@([0-9]{2}:[0-9]{2}))?");

  private ScheduleText() {}

  /**
   * The schedule.
   *
   * @throws MojoExecutionException if it is none
   */
  static LifecycleSchedule of(String text, ParameterHint parameter) throws MojoExecutionException {
    String stripped = text.strip();
    Matcher every = EVERY.matcher(stripped);
    String why = "it is neither an interval nor a cron expression";
    try {
      if (every.matches()) {
        String from = every.group(2);
        return new LifecycleSchedule.Every(
            Integer.parseInt(every.group(1)), LocalTime.parse(from == null ? "00:00" : from));
      }
      if (stripped.startsWith("cron")) {
        return new LifecycleSchedule.Cron(stripped);
      }
    } catch (IllegalArgumentException | DateTimeException failure) {
      why = failure.getMessage();
    }
    throw new MojoExecutionException(
        "tried to read '"
            + text
            + "' as a schedule; "
            + why
            + ". Write one such as 24h@03:00, 6h or cron(0 3 * * ? *) "
            + parameter);
  }
}
