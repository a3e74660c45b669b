package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The keys of everything about remedies, said once: the reader, the schema and the page of the
 * documentation come from them.
 */
final class HealingKeys {
  static final String MODE_KEY = "mode";
  static final String REMEDIES = "remedies";
  static final String LIMITS = "limits";
  static final String MAINTENANCE = "maintenance";
  static final String KILL_SWITCH_KEY = "kill-switch";
  static final String NOTIFY = "notify";
  static final String ALLOW_KEY = "allow";

  static final String WHEN = "when";
  static final String STEPS = "steps";
  static final String GLOBAL = "global";
  static final String TARGET = "target";
  static final String ACTION = "action";
  static final String TO = "to";

  static final Parameter MODE =
      Parameter.choice(
              MODE_KEY,
              List.of("observe", "dry-run", "act"),
              "how far to go: only look, say what would be done, or do it")
          .defaultsTo("dry-run");
  static final Parameter KILL_SWITCH =
      Parameter.optional(
          KILL_SWITCH_KEY,
          Parameter.Type.PATH,
          "a file; as long as it is there, no remedy is tried");
  static final Parameter ALLOW =
      Parameter.optional(
          ALLOW_KEY,
          Parameter.Type.TEXTS,
          "the only actions that may be taken, whatever remedies say; without it all may");

  /** The keys at the top of the file that are one value each. */
  static final List<Parameter> SINGLE = List.of(MODE, KILL_SWITCH, ALLOW);

  static final Shape LIMIT =
      Shape.of(
          "a limit",
          "At most so many attempts in any time so long",
          HealingKeys::limit,
          Parameter.required("max", Parameter.Type.INTEGER, "how many attempts, 1 or more"),
          Parameter.required("per", Parameter.Type.DURATION, "in any time so long"));

  static final Shape GUARDS =
      Shape.of(
              "the section limits",
              "How often anything may be tried, and how sure it has to be",
              HealingKeys::guards,
              Parameter.optional(
                      "confirm",
                      Parameter.Type.INTEGER,
                      "in how many rounds one after the other a component must be the first of the"
                          + " causes, at most 100")
                  .defaultsTo("2"),
              Parameter.optional(
                      "healthy-for",
                      Parameter.Type.DURATION,
                      "how long a component must have been healthy for its cool-down and its steps"
                          + " to begin anew")
                  .defaultsTo("10m"),
              Parameter.optional(
                      "breaker-reset",
                      Parameter.Type.DURATION,
                      "how long nothing is tried on a component after attempts that failed too"
                          + " often or made things worse")
                  .defaultsTo("6h"))
          .and(Set.of(GLOBAL, TARGET));

  static final Shape WINDOW =
      Shape.of(
          "a maintenance window",
          "A time of the week in which no remedy is tried",
          Windows::of,
          Parameter.optional(
                  "days", Parameter.Type.TEXTS, "on which days it begins, such as [sat, sun]")
              .defaultsTo("mon, tue, wed, thu, fri, sat, sun"),
          Parameter.required("from", Parameter.Type.TEXT, "when it begins, such as 02:00"),
          Parameter.required(
              "to",
              Parameter.Type.TEXT,
              "when it ends; on the next day where that is not after its start"),
          Parameter.optional(
              "zone",
              Parameter.Type.TEXT,
              "the time zone, such as Europe/Berlin; that of the machine if not"));

  static final Shape CONDITION =
      Shape.of(
          "a condition",
          "Which cause a remedy is for, and how bad it must be",
          HealingKeys::condition,
          Parameter.required("cause", Parameter.Type.TEXT, "the component, such as disk:/var"),
          Parameter.choice(
              "status",
              List.of("warning", "critical"),
              "from which state on anything is done; critical where nothing is said"),
          Parameter.optional(
              "min-score",
              Parameter.Type.INTEGER,
              "instead of status, the least score, from 1 to 10000"));

  static final Shape REMEDY =
      Shape.of(
              "a remedy",
              "What is to be done where a component is the probable cause",
              HealingKeys::remedy,
              Parameter.optional(
                  "name",
                  Parameter.Type.TEXT,
                  "what it is called in reports and records; the cause where nothing is said"),
              Parameter.optional(
                      "cooldown",
                      Parameter.Type.DURATION,
                      "how long after an attempt nothing more is tried; doubles with every attempt"
                          + " without effect")
                  .defaultsTo("5m"),
              Parameter.optional(
                      "allow-irreversible",
                      Parameter.Type.FLAG,
                      "whether a step may do what cannot be undone, such as removing files")
                  .defaultsTo("false"))
          .and(Set.of(WHEN, STEPS, LIMITS));

  static final Shape STEP =
      Shape.of(
          "a step",
          "One thing to do; the next is tried where it had no effect",
          HealingKeys::step,
          Parameter.optional(
                  "timeout", Parameter.Type.DURATION, "how long the action may take, at most 1h")
              .defaultsTo("1m"),
          Parameter.optional(
                  "settle",
                  Parameter.Type.DURATION,
                  "how long nobody looks at what it did, at most 1h")
              .defaultsTo("5s"),
          Parameter.optional(
                  "within",
                  Parameter.Type.DURATION,
                  "how long, after that, its effect may take to show, at most 1h; 0s for one look")
              .defaultsTo("30s"));

  /** What holds for a remedy that has no limits of its own. */
  static final List<ActionLimit> REMEDY_LIMITS =
      List.of(new ActionLimit(2, Duration.ofHours(1)), new ActionLimit(5, Duration.ofDays(1)));

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_ROUNDS = 100;

  private HealingKeys() {}

  /** A limit out of its settings. */
  static ActionLimit limit(Settings settings) {
    long max = settings.integer("max").orElse(0L);
    // the sum of all windows is kept in memory
    if (max < 1 || max > 1000) {
      throw new IllegalArgumentException("expected max from 1 to 1000, found " + max);
    }
    return new ActionLimit(
        (int) max, positive("per", settings.duration("per").orElse(Duration.ZERO)));
  }

  /** From which score on anything is done. */
  static Score from(Settings condition) {
    if (condition.has("min-score")) {
      return new Score((int) (long) condition.integer("min-score").orElse(0L));
    }
    return condition.text("status").filter("warning"::equals).isPresent()
        ? Score.WARNING
        : Score.CRITICAL;
  }

  private static Duration positive(String name, Duration time) {
    if (time.isZero()) {
      throw new IllegalArgumentException("expected " + name + " to be longer than 0s");
    }
    return time;
  }

  private static void condition(Settings settings) {
    if (settings.has("status") && settings.has("min-score")) {
      throw new IllegalArgumentException("expected status or min-score, found both");
    }
    long score = settings.integer("min-score").orElse(1L);
    if (score < 1 || score > Score.DOWN.value()) {
      throw new IllegalArgumentException("expected min-score from 1 to 10000, found " + score);
    }
  }

  private static void guards(Settings settings) {
    long confirm = settings.integer("confirm").orElse((long) Healing.NONE.confirm());
    if (confirm < 1 || confirm > MOST_ROUNDS) {
      throw new IllegalArgumentException("expected confirm from 1 to 100, found " + confirm);
    }
    settings.duration("breaker-reset").ifPresent(time -> positive("breaker-reset", time));
  }

  private static void remedy(Settings settings) {
    settings.duration("cooldown").ifPresent(time -> positive("cooldown", time));
  }

  private static void step(Settings settings) {
    atMost("timeout", positive("timeout", settings.duration("timeout").orElse(LONGEST)));
    atMost("settle", settings.duration("settle").orElse(LONGEST));
    atMost("within", settings.duration("within").orElse(LONGEST));
  }

  private static void atMost(String name, Duration time) {
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("expected " + name + " of at most 1h");
    }
  }
}
