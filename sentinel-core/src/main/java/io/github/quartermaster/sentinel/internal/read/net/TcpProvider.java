package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Measures whether a port takes connections, and whether the right thing is said there. */
final class TcpProvider implements HealthProvider {
  private final ComponentId id;
  private final Ladder ladder;
  private final Conversation conversation;
  private final @Nullable Range warning;
  private final @Nullable Range critical;

  TcpProvider(
      String check,
      Endpoint endpoint,
      Conversation conversation,
      @Nullable Range warning,
      @Nullable Range critical) {
    this.id = new ComponentId(check);
    this.ladder = new Ladder(check, endpoint, id, null);
    this.conversation = conversation;
    this.warning = warning;
    this.critical = critical;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return ladder.components();
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    try (SideWork work = new SideWork(context.deadline())) {
      Ladder.Climb climb = ladder.start(context.startedAt(), work);
      Future<Optional<String>> talk = work.start(() -> talk(climb, work));
      List<Reading> readings = new ArrayList<>();
      for (Rung rung : climb.rungs()) {
        boolean connects = rung.reading().component().equals(id) && rung.fault() == null;
        readings.add(connects ? judge(rung.reading(), work.result(talk)) : rung.reading());
      }
      return readings;
    }
  }

  private Optional<String> talk(Ladder.Climb climb, SideWork work) throws InterruptedException {
    if (conversation.isEmpty()) {
      return Optional.empty();
    }
    return climb
        .connecting()
        .first()
        .flatMap(address -> conversation.problem(address, ladder.endpoint(), work));
  }

  private Reading judge(Reading connected, Optional<Optional<String>> talk) {
    Optional<String> problem = talk.orElse(Optional.of("does not answer in time"));
    Reading reading = Reading.of(id).verdict(connected.verdict()).message(connected.message());
    for (Metric metric : connected.metrics()) {
      reading = reading.metric(metric.thresholds(warning, critical));
    }
    for (var evidence : connected.evidence()) {
      reading = reading.evidence(evidence.label(), evidence.text());
    }
    if (connected.layer() != null) {
      reading = reading.failingAt(connected.layer());
    }
    return problem.isEmpty()
        ? reading
        : reading
            .verdict(new Verdict.Given(Score.CRITICAL))
            .message(ladder.endpoint() + " takes connections and " + problem.get())
            .failingAt(Layer.APPLICATION);
  }
}
