package io.github.quartermaster.ebs.testkit.internal.serve;

import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which requests meet which faults; the first that fits and is not used up. Thread-safe. */
public final class FaultScript {
  private final List<Rule> rules = new ArrayList<>();

  private static final class Rule {
    private final Predicate<EmulatedRequest> requests;
    private final Fault fault;
    private int left;

    Rule(Predicate<EmulatedRequest> requests, int times, Fault fault) {
      this.requests = requests;
      this.left = times;
      this.fault = fault;
    }
  }

  /** Adds a fault that meets the next so many of these requests. */
  public synchronized void add(Predicate<EmulatedRequest> requests, int times, Fault fault) {
    rules.add(new Rule(requests, times, fault));
  }

  /** Forgets all. */
  public synchronized void clear() {
    rules.clear();
  }

  synchronized Optional<Fault> next(EmulatedRequest request) {
    for (Rule rule : rules) {
      if (rule.left > 0 && rule.requests.test(request)) {
        rule.left--;
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }
}
