package io.github.quartermaster.sentinel.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that guard rails judge by: what they decide is a function of it.
 *
 * @param healing the remedies and their guard rails, in the mode that holds
 * @param actions the known types of action, by type
 * @param diagnosis what is wrong and why
 * @param components each component judged
 * @param history what was tried before
 * @param rounds in how many rounds one after the other, this one included, the first cause was the
 *     first
 * @param stopped whether the file is there that stops all remedies
 * @param busyWith what is being done already, or null; read it by {@link #busy()}
 * @param lost why there is no relying on the history, or null; read it by {@link #memoryLoss()}
 * @param now the time of the machine
 */
public record Situation(
    Healing healing,
    Map<String, ActionFactory> actions,
    Diagnosis diagnosis,
    List<ComponentHealth> components,
    History history,
    int rounds,
    boolean stopped,
    @Nullable String busyWith,
    @Nullable String lost,
    Instant now) {
  /** Copies the collections. */
  public Situation {
    actions = Map.copyOf(actions);
    components = List.copyOf(components);
  }

  /** What is being done already. */
  public Optional<String> busy() {
    return Optional.ofNullable(busyWith);
  }

  /** Why there is no relying on the history. */
  public Optional<String> memoryLoss() {
    return Optional.ofNullable(lost);
  }

  /** Whether a type of action only tells somebody; one that is not known counts as acting. */
  public boolean onlyTells(String action) {
    ActionFactory factory = actions.get(action);
    return factory != null && factory.onlyTells();
  }

  /** Whether what a type of action does can be undone; one that is not known cannot. */
  public boolean isReversible(String action) {
    ActionFactory factory = actions.get(action);
    return factory != null && factory.isReversible();
  }
}
