package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.HookOutcome;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What other monitors say: those that are asked, in each round, and those that send, whenever they
 * do. {@link #ask} is for one thread at a time, all else for several threads.
 */
public final class AlertBoard {
  /** The most alerts of one source: 10000. */
  public static final int MOST_ALERTS = 10_000;

  /** The most bytes that a source may send at once: 1 MiB. */
  public static final int MOST_BYTES = 1 << 20;

  private final List<SourceSpec> specs;
  private final Clock clock;
  private final List<AskedSource> asked = new ArrayList<>();
  private final Map<String, HeldAlerts> sending = new LinkedHashMap<>();
  private volatile Answers answers = new Answers(List.of(), List.of());

  private record Answers(List<ExternalAlert> alerts, List<Problem> problems) {}

  /**
   * Hears of nothing yet.
   *
   * @param specs the sources, no name twice, of types that there are
   * @param clock dates what is sent
   */
  public AlertBoard(List<SourceSpec> specs, Clock clock) {
    this.specs = List.copyOf(specs);
    this.clock = clock;
    for (SourceSpec spec : specs) {
      AlertSourceType type = AlertSourceType.all().get(spec.type());
      if (type == null) {
        throw new IllegalArgumentException("there is no type of source " + spec.type());
      }
      if (type.factory() instanceof AlertSourceFactory factory) {
        asked.add(new AskedSource(spec, factory.create(spec.settings())));
      } else {
        AlertHook hook = ((AlertHookFactory) type.factory()).create(spec.settings());
        sending.put(spec.name(), new HeldAlerts(spec, hook));
      }
    }
  }

  /** Whether there is a source that is asked. */
  public boolean isAsking() {
    return !asked.isEmpty();
  }

  /** The names of the sources that send. */
  public Set<String> hooks() {
    return Set.copyOf(sending.keySet());
  }

  /**
   * Takes what was sent.
   *
   * @param hook the name of the source
   */
  public HookOutcome accept(String hook, byte[] body) {
    HeldAlerts held = sending.get(hook);
    if (held == null) {
      return new HookOutcome.NoSuchHook();
    }
    if (body.length > MOST_BYTES) {
      return new HookOutcome.TooLarge(MOST_BYTES);
    }
    try {
      return new HookOutcome.Taken(held.accept(body, clock.instant()));
    } catch (IOException e) {
      return new HookOutcome.Refused(SafeText.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Asks those that are asked, all at once and each no longer than its time-out. What a source said
   * before that cannot be asked now does not hold.
   *
   * @return whether they tell of an alert that begins, changes or ends
   */
  public boolean ask() {
    Instant at = clock.instant();
    List<ExternalAlert> alerts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    asked.forEach(source -> source.begin(at));
    for (AskedSource source : asked) {
      try {
        alerts.addAll(source.end());
      } catch (IOException e) {
        problems.add(silent(source.spec(), String.valueOf(e.getMessage())));
      }
    }
    Answers before = answers;
    answers = new Answers(List.copyOf(alerts), List.copyOf(problems));
    return !Set.copyOf(before.alerts()).equals(Set.copyOf(alerts));
  }

  /** What holds now: what was answered when they were last asked, and what was sent. */
  public Heard heard() {
    Instant at = clock.instant();
    Answers answered = answers;
    List<ExternalAlert> alerts = new ArrayList<>(answered.alerts());
    List<Problem> problems = new ArrayList<>(answered.problems());
    for (HeldAlerts held : sending.values()) {
      alerts.addAll(held.alerts(at));
      if (held.left() > 0) {
        problems.add(cut(held));
      }
    }
    return new Heard(at, specs, alerts, problems);
  }

  /** Goes on with what was sent to another board, to sources of the same name and type. */
  public void takeOver(AlertBoard other) {
    for (HeldAlerts held : sending.values()) {
      HeldAlerts before = other.sending.get(held.spec().name());
      if (before != null && before.spec().type().equals(held.spec().type())) {
        held.takeOver(before);
      }
    }
  }

  private static Problem silent(SourceSpec spec, String why) {
    return Problem.warning(
        ProblemCode.SOURCE_UNAVAILABLE,
        spec.name(),
        "tried to ask the source " + spec.name() + " (" + spec.type() + ") for alerts; " + why,
        "Check that it runs and that this user may ask it; what it knows does not count until then");
  }

  private static Problem cut(HeldAlerts held) {
    String name = held.spec().name();
    return Problem.warning(
        ProblemCode.SOURCE_UNAVAILABLE,
        name,
        "tried to take all alerts of the source "
            + name
            + "; it left "
            + held.left()
            + " out of its last message",
        "Raise max_alerts of its webhook_configs, or group its alerts into smaller messages");
  }
}
