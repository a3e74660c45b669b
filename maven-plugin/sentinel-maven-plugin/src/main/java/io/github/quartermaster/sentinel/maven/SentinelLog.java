package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelEvent.Examining;
import io.github.quartermaster.sentinel.model.SentinelEvent.Probed;
import io.github.quartermaster.sentinel.model.SentinelEvent.RoundStarted;
import io.github.quartermaster.sentinel.model.SentinelEvent.Waiting;
import io.github.quartermaster.sentinel.model.SentinelListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells Maven's log what the core does: while it waits, a line where something changed, else one a
 * minute. How many checks are done goes to the terminal, if there is one.
 */
final class SentinelLog implements SentinelListener {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Log log;
  private final Optional<ProgressLine> progress;
  private final Clock clock;
  private String told = "";
  private Instant toldAt = Instant.MIN;
  private int checks;
  private int done;

  SentinelLog(Log log, Optional<ProgressLine> progress, Clock clock) {
    this.log = log;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public void on(SentinelEvent event) {
    if (event instanceof RoundStarted started) {
      checks = started.checks();
      done = 0;
      show();
    } else if (event instanceof Probed probed) {
      done++;
      log.debug(
          Wording.printable(probed.check()) + " answered in " + Wording.seconds(probed.took()));
      show();
    } else if (event instanceof Examining examining) {
      progress.ifPresent(line -> line.show("looking closer at " + examining.components()));
    } else if (event instanceof Waiting waiting) {
      tell(waiting);
    }
  }

  private void show() {
    progress.ifPresent(
        line -> {
          if (done < checks) {
            line.show(done + " of " + Wording.count(checks, "check") + " done");
          } else {
            line.clear();
          }
        });
  }

  private void tell(Waiting waiting) {
    progress.ifPresent(ProgressLine::clear);
    String state = state(waiting.diagnosis());
    Instant now = clock.instant();
    boolean due = !state.equals(told) || !now.isBefore(toldAt.plus(PAUSE));
    if (due) {
      told = state;
      toldAt = now;
      log.info(
          Wording.printable(state)
              + "; looking again, for "
              + Wording.seconds(waiting.left())
              + " at most");
    }
  }

  private static String state(Diagnosis diagnosis) {
    String cause =
        diagnosis.causes().stream()
            .findFirst()
            .map(first -> ", probably because of " + first.component() + ": " + first.message())
            .orElseGet(
                () ->
                    diagnosis.notChecked().isEmpty()
                        ? ""
                        : ", " + diagnosis.notChecked().get(0) + " could not be checked");
    return diagnosis.status() + cause;
  }
}
