package io.github.quartermaster.ebs.testkit;

import io.github.quartermaster.ebs.testkit.internal.serve.FaultScript;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.util.function.Predicate;

/**
 * Says which requests go wrong, and how. Where several faults fit a request it meets the one that
 * was added first and is not used up yet. Safe for use by several threads.
 */
public final class EmulatorFaults {
  private final FaultScript script;

  EmulatorFaults(FaultScript script) {
    this.script = script;
  }

  /**
   * For the request with that number, whatever its action.
   *
   * @param number 1 for the first since the start
   */
  public EmulatorFaults onRequest(long number, Fault fault) {
    return when(request -> request.number() == number, fault);
  }

  /**
   * For one call of an action.
   *
   * @param call 1 for the first of this action since the start
   */
  public EmulatorFaults onCall(String action, int call, Fault fault) {
    return when(request -> request.action().equals(action) && request.call() == call, fault);
  }

  /** For the next call of an action. */
  public EmulatorFaults next(String action, Fault fault) {
    return next(action, 1, fault);
  }

  /** For the next so many calls of an action. */
  public EmulatorFaults next(String action, int times, Fault fault) {
    script.add(request -> request.action().equals(action), times, fault);
    return this;
  }

  /** For every call of an action from now on. */
  public EmulatorFaults always(String action, Fault fault) {
    return next(action, Integer.MAX_VALUE, fault);
  }

  /** For every request from now on that fits; asked while others wait, so it must not take long. */
  public EmulatorFaults when(Predicate<EmulatedRequest> requests, Fault fault) {
    script.add(requests, Integer.MAX_VALUE, fault);
    return this;
  }

  /** From now on nothing goes wrong. */
  public void clear() {
    script.clear();
  }
}
