package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * Makes the actions of one type. Found by {@link java.util.ServiceLoader}, as a {@link
 * HealthProviderFactory} is.
 */
public interface ActionFactory {
  /** The word after {@code action:} in the configuration, such as {@code service.restart}. */
  String type();

  /** What it does, in one sentence without a final stop. */
  String description();

  /** What can be set. The configuration is checked against it. */
  List<Parameter> parameters();

  /**
   * Whether what it does can be undone, or is gone anyway once it has its effect, as a restart is;
   * removed files are not.
   */
  boolean isReversible();

  /**
   * Whether it only tells somebody. What only tells is not verified, and is asked fewer guard
   * rails: it also tells of what is uncertain, of an open breaker and in spite of the kill switch,
   * but not during maintenance, not of what was seen once only, and not more often than limits and
   * cool-down allow.
   */
  default boolean onlyTells() {
    return false;
  }

  /**
   * Makes the action of one step. Does no input or output.
   *
   * @param settings complete and of the right types, as {@link #parameters()} asks
   * @throws IllegalArgumentException if settings contradict each other; its message is shown
   */
  Action create(Settings settings);
}
