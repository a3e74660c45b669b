package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Sample;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks each provider when it is told to, a few at once, and keeps what each said last. A provider
 * is never asked twice at a time; one that is late makes its components UNKNOWN. For one thread,
 * but for {@link #wake}.
 */
public final class ContinuousCollector {
  private static final int AT_ONCE = 8;

  private final String host;
  private final Clock clock;
  private final Map<String, Probing> probings = new LinkedHashMap<>();
  private final BoundedCalls calls = new BoundedCalls(AT_ONCE);
  private final NewestFindings findings = new NewestFindings();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, List<Sample>> closer = new LinkedHashMap<>();
  private final List<String> answered = new ArrayList<>();
  private int examining;

  /** Measures in the name of a host. */
  public ContinuousCollector(String host, Clock clock, List<Probing> probings) {
    this.host = host;
    this.clock = clock;
    probings.forEach(probing -> this.probings.put(probing.spec().name(), probing));
  }

  /** Asks a check, unless it has not answered the last time yet. */
  public void ask(String check) {
    Probing probing = probings.get(check);
    if (probing != null && asked.add(check)) {
      calls.add(new CheckCall(probing, clock.instant(), clock), this::take);
    }
  }

  private void take(CheckCall call) {
    asked.remove(call.check());
    closer.remove(call.check());
    findings.take(call);
    answered.add(call.check());
  }

  /** Whether a check was asked and has not answered yet. */
  public boolean isAsked(String check) {
    return asked.contains(check);
  }

  /** Whether nothing is asked or looked at. */
  public boolean isIdle() {
    return calls.isIdle();
  }

  /** Whether each check has answered once, or was given up. */
  public boolean isComplete() {
    return probings.keySet().stream().allMatch(findings::has);
  }

  /** Begins a closer look at components, in place of what an earlier one found. */
  public void examine(Collection<ComponentId> suspects, Duration atMost) {
    closer.clear();
    List<ExamineCall> looks =
        ExamineCall.of(suspects, List.copyOf(probings.values()), findings, clock, atMost);
    examining += looks.size();
    for (ExamineCall look : looks) {
      calls.add(look, this::note);
    }
  }

  private void note(ExamineCall look) {
    examining--;
    closer.put(look.check(), look.samples());
  }

  /** Whether a closer look is being taken. */
  public boolean isExamining() {
    return examining > 0;
  }

  /** What the last closer look found, but for checks that were asked since. */
  public List<Sample> closer() {
    return closer.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Waits until something happens, no longer than a time.
   *
   * @return the checks that have answered or were given up
   */
  public List<String> step(Duration atMost) throws InterruptedException {
    calls.step(atMost);
    List<String> news = List.copyOf(answered);
    answered.clear();
    return news;
  }

  /** Makes the current or the next {@link #step} return; for any thread. */
  public void wake() {
    calls.wake();
  }

  /** Waits for no provider any more. */
  public void abandon() {
    calls.abandon();
    asked.clear();
    examining = 0;
  }

  /** The checks that measure any of these components. */
  public Set<String> checksOf(Collection<ComponentId> components) {
    Set<String> checks = new TreeSet<>();
    for (String check : probings.keySet()) {
      if (findings.components(check).stream().anyMatch(each -> components.contains(each.id()))) {
        checks.add(check);
      }
    }
    return checks;
  }

  /** What each check said last, as one snapshot. */
  public SampleCollector.Collected newest(Duration took) {
    return findings.of(List.copyOf(probings.values()), host, clock.instant(), took);
  }
}
