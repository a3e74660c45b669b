package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Recovery;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * History and audit log during one round. Who may act holds the lock meanwhile and writes; who may
 * not only reads. What cannot be read or written is no exception but a loss, after which nothing
 * may be done.
 */
final class HealingRecord implements AutoCloseable {
  private static final String ANOTHER = "another process decides and acts on this machine";

  private final RemedySettings settings;
  private final RemedyRules rules;
  private final Timeline timeline;
  private final AttemptStore store;
  private final AuditLog audit;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable HostLock lock;
  private @Nullable String busy;
  private @Nullable String lost;
  private History history = History.NONE;
  private ClockMark mark;

  private HealingRecord(
      RemedySettings settings, RemedyRules rules, Timeline timeline, Disk disk, AuditLog audit) {
    this.settings = settings;
    this.rules = rules;
    this.timeline = timeline;
    this.store = new AttemptStore(settings.state(), disk);
    this.audit = audit;
    this.mark = ClockMark.of(timeline);
  }

  /** Opens it: for writing in the mode that acts, if nobody else does. */
  static HealingRecord open(
      RemedySettings settings, RemedyRules rules, Timeline timeline, Disk disk, AuditLog audit) {
    HealingRecord opened = new HealingRecord(settings, rules, timeline, disk, audit);
    if (settings.healing().mode() == Mode.ACT) {
      opened.takeLock();
    }
    opened.recall();
    return opened;
  }

  private void takeLock() {
    try {
      lock = HostLock.tryAcquire(settings.state()).orElse(null);
      busy = lock == null ? ANOTHER : null;
    } catch (IOException e) {
      lose(ProblemCode.STATE_UNWRITABLE, e);
    }
  }

  private void recall() {
    Recollection known;
    try {
      known = Recollection.of(store.load(), mark, lock != null);
    } catch (IOException e) {
      lose(ProblemCode.STATE_UNREADABLE, e);
      return;
    }
    history = known.history();
    mark = known.mark();
    if (lock == null) {
      return;
    }
    attempts.addAll(known.unseen());
    try {
      if (known.isNews()) {
        save();
      }
      if (!known.jump().isZero()) {
        note("clock was set", "by " + known.jump() + "; all that is remembered is moved along");
      }
      for (Attempt unseen : known.unseen()) {
        audit.attempt(timeline.now(), unseen);
      }
    } catch (IOException e) {
      lose(ProblemCode.STATE_UNWRITABLE, e);
    }
  }

  /** Takes in how components are by what Sentinel's own checks say. */
  void look(List<ComponentHealth> components) {
    History seen = rules.look(history, components, healing(), timeline.now());
    boolean news = isNews(seen);
    if (news || lock == null) {
      history = seen;
    }
    if (news && lock != null && lost == null) {
      try {
        save();
      } catch (IOException e) {
        lose(ProblemCode.STATE_UNWRITABLE, e);
      }
    }
  }

  /** A look that found what the last one found is worth writing down only now and then. */
  private boolean isNews(History seen) {
    Duration often = healing().healthyFor().dividedBy(4);
    for (Recovery now : seen.recoveries()) {
      Optional<Recovery> before = history.recovery(now.target());
      boolean same =
          before
              .filter(it -> it.anew().equals(now.anew()))
              .filter(it -> it.healthySince().equals(now.healthySince()))
              .filter(it -> Duration.between(it.seen(), now.seen()).compareTo(often) < 0)
              .isPresent();
      if (!same) {
        return true;
      }
    }
    return false;
  }

  /** Writes down what was decided; whether that is on the disk. */
  boolean tell(List<Decision> decisions, Situation situation) {
    if (lock == null && !Files.isWritable(settings.state())) {
      // who only looks leaves nothing behind where nobody made room for it
      return false;
    }
    try {
      audit.decisions(decisions, situation);
      return lost == null;
    } catch (IOException e) {
      lose(ProblemCode.STATE_UNWRITABLE, e);
      return false;
    }
  }

  /** Writes down that an attempt begins; whether that is on the disk. */
  boolean begin(Attempt attempt) {
    History before = history;
    try {
      history = rules.forget(history, healing(), timeline.now()).and(attempt);
      save();
      audit.attempt(timeline.now(), attempt);
      return true;
    } catch (IOException e) {
      history = before;
      lose(ProblemCode.STATE_UNWRITABLE, e);
      return false;
    }
  }

  /** Writes down how the attempt that began ended. */
  void end(Attempt attempt) {
    attempts.add(attempt);
    List<Attempt> known = new ArrayList<>(history.attempts());
    known.set(known.size() - 1, attempt);
    history = history.withAttempts(known);
    // a channel does not write for a thread that is to end, but this has to be written
    boolean interrupted = Thread.interrupted();
    try {
      save();
      audit.attempt(timeline.now(), attempt);
    } catch (IOException e) {
      lose(ProblemCode.STATE_UNWRITABLE, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Sets a component back; whether anything was tried on it. */
  boolean reset(ComponentId target) {
    if (busy != null) {
      throw new SentinelException(
          List.of(
              Problem.error(
                  ProblemCode.STATE_BUSY,
                  settings.state(),
                  "tried to reset " + target + "; " + busy,
                  "Try again when its attempt has ended")));
    }
    if (lost == null && history.attempts().stream().anyMatch(it -> it.target().equals(target))) {
      try {
        history = rules.reset(history, target, timeline.now());
        save();
        note("reset", target + " was set back by hand: cool-down, ladder and breaker begin anew");
        return true;
      } catch (IOException e) {
        lose(ProblemCode.STATE_UNWRITABLE, e);
      }
    }
    if (!problems.isEmpty()) {
      throw new SentinelException(problems);
    }
    return false;
  }

  private void note(String event, String message) throws IOException {
    audit.note(timeline.now(), event, message);
  }

  private void save() throws IOException {
    store.save(new Memory(history, mark));
  }

  private Healing healing() {
    return settings.healing();
  }

  private void lose(ProblemCode code, IOException failure) {
    String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    lost = lost == null ? why : lost;
    Path folder = settings.state();
    problems.add(
        Problem.error(
            code,
            folder,
            "tried to keep record of remedies in " + folder + "; " + why,
            code == ProblemCode.STATE_UNREADABLE
                ? "Read in the audit log what was tried last, then move the file away: what it"
                    + " knew is forgotten with it"
                : "Make room there, let the account write there, or name another folder"));
  }

  History history() {
    return history;
  }

  Optional<String> busy() {
    return Optional.ofNullable(busy);
  }

  Optional<String> lost() {
    return Optional.ofNullable(lost);
  }

  /** What was tried in this round, or was found to have ended unseen. */
  List<Attempt> attempts() {
    return attempts;
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
  }
}
