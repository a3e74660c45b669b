package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Measures what a web server answers, and with it each rung of the ladder that leads there, all at
 * once and within one time.
 */
final class WebProvider implements HealthProvider {
  private final Component component;
  private final Ladder ladder;
  private final WebQuestion question;

  WebProvider(String check, String type, Ladder ladder, WebQuestion question) {
    this.component =
        Component.of(new ComponentId(check), check, type, Blame.INHERITABLE)
            .requiring(Requirement.on(ladder.top()));
    this.ladder = ladder;
    this.question = question;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    List<Component> components = new ArrayList<>();
    components.add(component);
    components.addAll(ladder.components());
    return components;
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws Exception {
    return probe(context, false);
  }

  @Override
  public List<Reading> examine(ComponentId asked, ProbeContext context) throws Exception {
    return probe(context, true).stream()
        .filter(reading -> reading.component().equals(asked))
        .toList();
  }

  private List<Reading> probe(ProbeContext context, boolean closely) throws Exception {
    try (SideWork work = new SideWork(context.deadline())) {
      Ladder.Climb climb = ladder.start(context.startedAt(), work);
      Future<WebReport> asking = work.start(() -> ask(work.deadline(), closely));
      List<Rung> rungs = climb.rungs();
      List<Reading> readings = new ArrayList<>();
      readings.add(answer(work.result(asking), rungs, closely));
      rungs.forEach(rung -> readings.add(rung.reading()));
      return readings;
    }
  }

  private WebReport ask(Deadline deadline, boolean closely) throws InterruptedException {
    try {
      return question.ask(component.id(), deadline, closely);
    } catch (IOException e) {
      return new WebReport.Answered(
          Reading.unknown(component.id(), "nothing could be asked: " + e.getMessage()));
    }
  }

  private Reading answer(Optional<WebReport> report, List<Rung> rungs, boolean closely) {
    Reading reading = answer(report, rungs);
    if (closely) {
      for (Rung rung : rungs) {
        Reading on = rung.reading();
        reading = reading.evidence(on.component().value(), on.message());
      }
    }
    return reading;
  }

  private Reading answer(Optional<WebReport> report, List<Rung> rungs) {
    if (report.isPresent() && report.get() instanceof WebReport.Answered answered) {
      return answered.reading();
    }
    Optional<Fault> below = Ladder.lowest(rungs);
    Fault own =
        report.isPresent() && report.get() instanceof WebReport.Failed failed
            ? failed.fault()
            : Fault.late(ladder.endpoint().toString(), Layer.APPLICATION);
    if (below.isEmpty() && own.layer().compareTo(Layer.TLS) < 0 && hasSeveralAddresses(rungs)) {
      // the JDK's client tries the first address only, and others try the next
      return Reading.unknown(
          component.id(),
          "not asked: the first address of "
              + ladder.endpoint().host()
              + " does not take connections, another one does");
    }
    // the lowest broken rung says more than what the client made of it
    Fault fault = below.orElse(own);
    return Reading.down(component.id(), "no answer: " + fault.message()).failingAt(fault.layer());
  }

  private boolean hasSeveralAddresses(List<Rung> rungs) {
    return rungs.stream()
        .map(Rung::reading)
        .filter(reading -> reading.component().equals(ladder.tcp()))
        .anyMatch(Connecting::triedSeveral);
  }
}
