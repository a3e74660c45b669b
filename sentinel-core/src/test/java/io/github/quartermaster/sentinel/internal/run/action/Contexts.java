package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import java.time.Duration;
import java.util.Map;

/** What actions get to know in tests. */
final class Contexts {
  private Contexts() {}

  static ActionContext plenty() {
    return in(Duration.ofSeconds(60));
  }

  static ActionContext in(Duration time) {
    return new ActionContext(
        new ComponentId("disk:/var"),
        "free the disk",
        Map.of("SENTINEL_COMPONENT", "disk:/var", "SENTINEL_STATUS", "CRITICAL"),
        Deadline.in(time));
  }
}
