package io.github.quartermaster.sentinel.model;

import java.util.List;

/** Makes the {@link AlertSource}s of one type. */
public interface AlertSourceFactory {
  /** The word after {@code type:} in the configuration, such as {@code nagios-status}. */
  String type();

  /** What is asked, in one sentence without a final stop. */
  String description();

  /** What can be set. The configuration is checked against it. */
  List<Parameter> parameters();

  /**
   * Makes a source. Does no input or output.
   *
   * @param settings complete and of the right types, as {@link #parameters()} asks
   * @throws IllegalArgumentException if settings contradict each other; its message is shown
   */
  AlertSource create(Settings settings);
}
