package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.util.List;

/** Measures whether a server shakes hands in TLS, and for how long its certificate is good yet. */
final class TlsProvider implements HealthProvider {
  private final Ladder ladder;

  TlsProvider(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return ladder.components();
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    try (SideWork work = new SideWork(context.deadline())) {
      return ladder.start(context.startedAt(), work).rungs().stream().map(Rung::reading).toList();
    }
  }
}
