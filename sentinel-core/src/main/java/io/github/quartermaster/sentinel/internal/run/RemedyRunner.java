package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Situation;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has it decided what is to be done about the causes of a round, and does it: one thing at a time
 * on this machine, whoever else runs. For one thread.
 */
public final class RemedyRunner {
  private final RemedySettings settings;
  private final RemedyRules rules;
  private final Prober prober;
  private final Timeline timeline;
  private final Disk disk;
  private final StepActions actions;
  private final AuditLog audit;
  private final ActionCalls calls = new ActionCalls();
  private @Nullable ComponentId firstCause;
  private int rounds;

  /**
   * A runner that has seen no round yet.
   *
   * @throws SentinelException if an action refuses its settings
   */
  public RemedyRunner(
      RemedySettings settings, RemedyRules rules, Prober prober, Timeline timeline) {
    this(settings, rules, prober, timeline, new LocalDisk());
  }

  RemedyRunner(
      RemedySettings settings, RemedyRules rules, Prober prober, Timeline timeline, Disk disk) {
    this.settings = settings;
    this.rules = rules;
    this.prober = prober;
    this.timeline = timeline;
    this.disk = disk;
    this.actions = StepActions.of(settings.healing(), settings.actions());
    this.audit = new AuditLog(settings.state(), disk, settings.config());
  }

  /**
   * One round: decides, and where every guard rail lets it acts and waits for the effect, which may
   * take as long as the step says. Never throws for what goes wrong with the history or the log: it
   * then does nothing, and says so.
   *
   * @param components each component judged, what other monitors say included
   */
  public HealRound round(
      Diagnosis diagnosis, List<ComponentHealth> components, DependencyGraph graph) {
    note(diagnosis);
    if (settings.healing().remedies().isEmpty()) {
      return HealRound.NOTHING;
    }
    try (HealingRecord record = HealingRecord.open(settings, rules, timeline, disk, audit)) {
      record.look(components.stream().map(rules::own).toList());
      Situation situation = situation(diagnosis, components, record);
      List<Decision> decisions = new ArrayList<>(rules.decide(situation));
      Optional<Treatment> treatment = Optional.empty();
      if (!decisions.isEmpty() && isWayFree(decisions.get(0))) {
        LastLook.Seen seen = look(decisions.get(0), situation, graph);
        decisions.set(0, seen.decision());
        treatment = seen.treatment();
      }
      boolean told = record.tell(decisions, situation);
      if (treatment.isPresent()) {
        if (told && record.begin(treatment.get().begun())) {
          record.end(treatment.get().carryOut(calls, new Verification(prober, rules, timeline)));
        } else {
          decisions.set(
              0, decisions.get(0).stopped(GuardRail.MEMORY, record.lost().orElse("it is lost")));
        }
      }
      return new HealRound(decisions, record.attempts(), record.problems());
    }
  }

  /**
   * Sets a component back: its cool-down, its ladder and its breaker begin anew. The limits stay as
   * they are.
   *
   * @return whether anything was tried on it that is remembered
   * @throws SentinelException if another process is at it, or the history cannot be read or written
   */
  public boolean reset(ComponentId target) {
    try (HealingRecord record = HealingRecord.open(settings, rules, timeline, disk, audit)) {
      return record.reset(target);
    }
  }

  private void note(Diagnosis diagnosis) {
    ComponentId first = diagnosis.causes().isEmpty() ? null : diagnosis.causes().get(0).component();
    rounds = first == null ? 0 : first.equals(firstCause) ? rounds + 1 : 1;
    firstCause = first;
  }

  private Situation situation(
      Diagnosis diagnosis, List<ComponentHealth> components, HealingRecord record) {
    return new Situation(
        settings.healing(),
        settings.actions(),
        diagnosis,
        components,
        record.history(),
        rounds,
        isStopped(),
        calls.busy().or(record::busy).orElse(null),
        record.lost().orElse(null),
        timeline.now());
  }

  private boolean isStopped() {
    // what cannot be seen may be there, and so is a link that leads nowhere
    return settings
        .healing()
        .killSwitch()
        .filter(file -> !Files.notExists(file, LinkOption.NOFOLLOW_LINKS))
        .isPresent();
  }

  /** Whether it acts, or would if this were no dry run. */
  private boolean isWayFree(Decision decision) {
    return decision.acts()
        || (settings.healing().mode() == Mode.DRY_RUN
            && !decision.remedy().isEmpty()
            && decision.guardRail().filter(GuardRail.MODE::equals).isPresent());
  }

  private LastLook.Seen look(Decision planned, Situation situation, DependencyGraph graph) {
    return new LastLook(rules, prober, calls, this::isStopped, settings.host())
        .at(planned, actions.of(planned), situation, graph);
  }
}
