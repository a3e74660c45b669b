package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealRound;
import java.time.Duration;
import java.util.Set;

/** What happens while watching. */
public sealed interface WatchEvent {
  /**
   * Everything was judged.
   *
   * @param report what is known now
   * @param changed whether the state of the host or its first cause is another one than before
   */
  record Judged(WatchReport report, boolean changed) implements WatchEvent {}

  /**
   * Everything related is looked at anew.
   *
   * @param components what is wrong; empty where it is not known what has to do with the reason
   */
  record Gathering(Set<ComponentId> components) implements WatchEvent {
    /** Copies the set. */
    public Gathering {
      components = Set.copyOf(components);
    }
  }

  /**
   * It was decided about remedies.
   *
   * @param round what was decided and done
   */
  record Healed(HealRound round) implements WatchEvent {}

  /**
   * It could not be decided about remedies, and nothing was done.
   *
   * @param failure why; a defect
   */
  record HealingFailed(RuntimeException failure) implements WatchEvent {}

  /**
   * The machine's clock was set, or the machine slept.
   *
   * @param by how far it jumped; negative where it went back
   */
  record ClockJumped(Duration by) implements WatchEvent {}
}
