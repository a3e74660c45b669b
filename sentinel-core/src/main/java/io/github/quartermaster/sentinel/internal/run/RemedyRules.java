package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Effect;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Instant;
import java.util.List;

/** What is decided elsewhere, by pure functions. */
public interface RemedyRules {
  /** What is to be done; at most one decision acts. */
  List<Decision> decide(Situation situation);

  /** What a look at components adds to the history. */
  History look(History history, List<ComponentHealth> components, Healing healing, Instant now);

  /** The history without what nobody asks for any more. */
  History forget(History history, Healing healing, Instant now);

  /** The history with a component set back by hand. */
  History reset(History history, ComponentId target, Instant now);

  /** What became of an attempt. */
  Effect judge(ComponentId target, List<ComponentHealth> before, List<ComponentHealth> after);

  /** A component by what Sentinel's own checks say of it. */
  ComponentHealth own(ComponentHealth health);
}
