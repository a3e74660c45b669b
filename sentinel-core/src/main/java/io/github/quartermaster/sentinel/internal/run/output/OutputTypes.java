package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import java.util.List;

/** The types of outputs that Sentinel brings. */
public final class OutputTypes {
  private OutputTypes() {}

  /** All of them. */
  public static List<ResultOutputFactory> all() {
    return List.of(
        new AlertmanagerAlertsFactory(),
        new IcingaResultFactory(),
        new NagiosPipeFactory(),
        new NagiosSpoolFactory());
  }
}
