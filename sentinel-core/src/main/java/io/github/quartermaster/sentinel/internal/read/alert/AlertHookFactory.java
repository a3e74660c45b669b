package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** Makes the {@link AlertHook}s of one type. */
interface AlertHookFactory {
  /** The word after {@code type:} in the configuration. */
  String type();

  /** What it takes, in one sentence without a final stop. */
  String description();

  /** What can be set. */
  List<Parameter> parameters();

  /**
   * Makes a hook.
   *
   * @throws IllegalArgumentException if settings contradict each other; its message is shown
   */
  AlertHook create(Settings settings);
}
