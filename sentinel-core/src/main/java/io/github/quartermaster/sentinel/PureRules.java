package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.plan.EffectJudge;
import io.github.quartermaster.sentinel.internal.plan.Memories;
import io.github.quartermaster.sentinel.internal.plan.OwnFindings;
import io.github.quartermaster.sentinel.internal.plan.RemedyPlanner;
import io.github.quartermaster.sentinel.internal.run.RemedyRules;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Effect;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Instant;
import java.util.List;

/** Hands what is to be decided to the planning, which the running does not know. */
record PureRules() implements RemedyRules {
  @Override
  public List<Decision> decide(Situation situation) {
    return RemedyPlanner.decide(situation);
  }

  @Override
  public History look(
      History history, List<ComponentHealth> components, Healing healing, Instant now) {
    return Memories.look(history, components, healing, now);
  }

  @Override
  public History forget(History history, Healing healing, Instant now) {
    return Memories.forget(history, healing, now);
  }

  @Override
  public History reset(History history, ComponentId target, Instant now) {
    return Memories.reset(history, target, now);
  }

  @Override
  public Effect judge(
      ComponentId target, List<ComponentHealth> before, List<ComponentHealth> after) {
    return EffectJudge.judge(target, before, after);
  }

  @Override
  public ComponentHealth own(ComponentHealth health) {
    return OwnFindings.of(health);
  }
}
