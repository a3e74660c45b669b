package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Situation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A last look at the machine before something is done: whether the target is still sick, what the
 * action would do and whether it objects, and whether the kill switch was set meanwhile.
 *
 * @param rules what is decided elsewhere
 * @param prober looks at components
 * @param calls calls actions
 * @param isStopped whether the kill switch is set, now
 * @param host the name of this machine
 */
record LastLook(
    RemedyRules rules, Prober prober, ActionCalls calls, BooleanSupplier isStopped, String host) {
  /**
   * What comes of it.
   *
   * @param decision the same, or stopped after all
   * @param treatment what is to be done, if it is
   */
  record Seen(Decision decision, Optional<Treatment> treatment) {
    private static Seen stopped(Decision decision, GuardRail rail, String reason) {
      return new Seen(decision.stopped(rail, reason), Optional.empty());
    }
  }

  /** Looks; in a dry run only at what the action would do. */
  Seen at(Decision planned, StepActions.Ready ready, Situation situation, DependencyGraph graph) {
    Set<ComponentId> watched = watched(planned.target(), graph);
    boolean probes = planned.acts() && !ready.onlyTells();
    List<ComponentHealth> before =
        (probes ? prober.probe(watched) : situation.components()).stream().map(rules::own).toList();
    ComponentHealth own =
        before.stream()
            .filter(health -> health.id().equals(planned.target()))
            .findFirst()
            .orElse(null);
    if (probes && (own == null || !own.isSick())) {
      return Seen.stopped(planned, GuardRail.PRECONDITION, unlike(planned.target(), own));
    }
    ActionContext context =
        new ActionContext(
            planned.target(),
            planned.remedy(),
            Facts.of(planned, own, host),
            Deadline.in(ActionCalls.PREVIEW_AT_MOST));
    Seen seen = previewed(planned, ready, context);
    if (seen.decision().acts() && probes && isStopped.getAsBoolean()) {
      return Seen.stopped(seen.decision(), GuardRail.KILL_SWITCH, "the kill switch was just set");
    }
    return seen.decision().acts()
        ? new Seen(
            seen.decision(),
            Optional.of(new Treatment(seen.decision(), ready, context, watched, before)))
        : seen;
  }

  private Seen previewed(Decision planned, StepActions.Ready ready, ActionContext context) {
    ActionPreview preview;
    try {
      preview = calls.preview(ready.action(), context, planned.action());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Seen.stopped(planned, GuardRail.PRECONDITION, "it was interrupted");
    }
    Decision decision = planned.previewed(preview.text());
    return preview.objection() == null
        ? new Seen(decision, Optional.empty())
        : Seen.stopped(decision, GuardRail.PRECONDITION, preview.objection());
  }

  private static String unlike(ComponentId target, @Nullable ComponentHealth now) {
    return now == null
        ? target + " could not be looked at once more"
        : target + " is not sick any more";
  }

  /** A component and all that depends on it. */
  private static Set<ComponentId> watched(ComponentId target, DependencyGraph graph) {
    Set<ComponentId> watched = new TreeSet<>(Set.of(target));
    Deque<ComponentId> next = new ArrayDeque<>(watched);
    while (!next.isEmpty()) {
      for (Dependency edge : graph.dependantsOf(next.remove())) {
        if (watched.add(edge.dependant())) {
          next.add(edge.dependant());
        }
      }
    }
    return watched;
  }
}
