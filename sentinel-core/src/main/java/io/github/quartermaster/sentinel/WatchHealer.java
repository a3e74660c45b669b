package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealRound;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Decides what is to be done about what is wrong, does it, and looks whether it helped. */
@FunctionalInterface
interface WatchHealer {
  /** Does nothing. */
  WatchHealer NONE = (result, prober) -> HealRound.NOTHING;

  /**
   * One round. Waits for what it does, and may be interrupted.
   *
   * @param prober looks anew at components, now
   */
  HealRound round(CheckResult result, Function<Set<ComponentId>, List<ComponentHealth>> prober);
}
