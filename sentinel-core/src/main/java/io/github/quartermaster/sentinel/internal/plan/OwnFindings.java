package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What Sentinel found out by itself, without what other monitors say. */
public final class OwnFindings {
  private OwnFindings() {}

  /** The component judged by Sentinel's own samples only; not checked where it has none. */
  public static ComponentHealth of(ComponentHealth health) {
    List<Sample> own = health.samples().stream().filter(sample -> !sample.outside()).toList();
    if (own.size() == health.samples().size()) {
      return health;
    }
    Snapshot alone =
        new Snapshot("", Instant.EPOCH, Duration.ZERO, List.of(health.component()), own);
    return new Scorer(Set.of()).judge(alone).get(0);
  }
}
