package io.github.quartermaster.sentinel.model;

import java.util.List;

/** Makes the {@link ResultOutput}s of one type. */
public interface ResultOutputFactory {
  /** The word after {@code type:} in the configuration, such as {@code nagios-spool}. */
  String type();

  /** Who is told, in one sentence without a final stop. */
  String description();

  /** What can be set. The configuration is checked against it. */
  List<Parameter> parameters();

  /**
   * Makes an output. Does no input or output yet.
   *
   * @param settings complete and of the right types, as {@link #parameters()} asks
   * @throws IllegalArgumentException if settings contradict each other; its message is shown
   */
  ResultOutput create(Settings settings);
}
