package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.NOT_FINISHED;

import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.Token;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The drills of what is possible of a plan, in its order. For the deciding thread. */
final class Drills {
  private final RestorePlan plan;
  private final Map<VolumeOrder, Drill> drills = new LinkedHashMap<>();

  Drills(RestorePlan plan) {
    this.plan = plan;
    for (PlannedRestore planned : plan.volumes()) {
      if (planned.isPossible()) {
        Token token = new Token(plan.id(), planned.source().value(), plan.region());
        VolumeOrder order = new VolumeOrder(planned, token);
        drills.put(order, new Drill(order));
      }
    }
  }

  List<Drill> all() {
    return List.copyOf(drills.values());
  }

  Drill of(VolumeOrder order) {
    Drill drill = drills.get(order);
    if (drill == null) {
      throw new IllegalStateException("no drill of " + order.title());
    }
    return drill;
  }

  /** What each showed, once nothing more happens. */
  List<DrilledVolume> outcomes(Instant now) {
    drills.values().stream()
        .filter(drill -> !drill.isEnded())
        .forEach(drill -> abandon(drill, now));
    return drills.values().stream().map(drill -> drill.outcome(now)).toList();
  }

  /** Nothing more can be done about it. */
  private void abandon(Drill drill, Instant now) {
    VolumeOrder order = drill.order();
    boolean mayBeThere = drill.isBegun() && (order.id().isPresent() || order.isInDoubt());
    if (mayBeThere) {
      Object what = order.id().<Object>map(id -> id).orElse(order.title());
      drill.problem(
          VolumeRemover.left(what, plan.region(), "the drill was ended before that was done"));
    }
    drill.end(now, !mayBeThere);
  }

  static Problem late(Drill drill, String how) {
    return Problem.error(
        NOT_FINISHED,
        drill.order().planned().source(),
        "tried to make " + drill.order().title() + "; " + how + " when the time was up",
        "Allow more time, or more volumes at once");
  }
}
