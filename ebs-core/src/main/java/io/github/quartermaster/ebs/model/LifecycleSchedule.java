package io.github.quartermaster.ebs.model;

import java.time.LocalTime;
import java.util.Set;

/** When a cloud's scheduler makes snapshots, in UTC; it begins within an hour of that. */
public sealed interface LifecycleSchedule {
  /** For people, and to be compared with another one. */
  String text();

  /**
   * Every so many hours.
   *
   * @param hours one of {@link #HOURS}
   * @param from the time of the first one of a day; its seconds do not count
   */
  record Every(int hours, LocalTime from) implements LifecycleSchedule {
    /** From CreateRule in the API reference of Data Lifecycle Manager. */
    public static final Set<Integer> HOURS = Set.of(1, 2, 3, 4, 6, 8, 12, 24);

    /**
     * Checks the hours.
     *
     * @throws IllegalArgumentException if the cloud has no such interval
     */
    public Every {
      if (!HOURS.contains(hours)) {
        throw new IllegalArgumentException(
            hours + " hours are no interval of 1, 2, 3, 4, 6, 8, 12 or 24");
      }
      from = LocalTime.of(from.getHour(), from.getMinute());
    }

    @Override
    public String text() {
      return "every " + hours + " h from " + from + " UTC";
    }
  }

  /**
   * As a cron expression says.
   *
   * @param expression six fields in parentheses after {@code cron}, as Amazon EventBridge has them;
   *     the cloud checks what is in them
   */
  record Cron(String expression) implements LifecycleSchedule {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it has another one
     */
    public Cron {
      if (!expression.matches("cron\\([^\\n()]{11,100}\\)")) {
        throw new IllegalArgumentException(
            QuotedText.of(expression) + " is none, such as cron(0 3 * * ? *)");
      }
    }

    @Override
    public String text() {
      return expression;
    }
  }
}
