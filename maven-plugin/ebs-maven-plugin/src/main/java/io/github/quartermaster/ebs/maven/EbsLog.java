package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.maven.text.HandoverText;
import io.github.quartermaster.ebs.maven.text.ProblemText;
import io.github.quartermaster.ebs.maven.text.VerifyText;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsEvent.Adopted;
import io.github.quartermaster.ebs.model.EbsEvent.Begun;
import io.github.quartermaster.ebs.model.EbsEvent.Completed;
import io.github.quartermaster.ebs.model.EbsEvent.Delayed;
import io.github.quartermaster.ebs.model.EbsEvent.DuplicateRemoved;
import io.github.quartermaster.ebs.model.EbsEvent.Failed;
import io.github.quartermaster.ebs.model.EbsEvent.HandedOver;
import io.github.quartermaster.ebs.model.EbsEvent.InDoubt;
import io.github.quartermaster.ebs.model.EbsEvent.Planned;
import io.github.quartermaster.ebs.model.EbsEvent.Progress;
import io.github.quartermaster.ebs.model.EbsEvent.Removed;
import io.github.quartermaster.ebs.model.EbsEvent.VerificationPlanned;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells Maven's log what the core does, a line for each step. How far everything is goes to the
 * terminal, or where there is none to the log, now and then. Of use for one call of the core.
 */
final class EbsLog implements EbsListener {
  /** How often a log that nobody watches is told the same kind of thing. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Log log;
  private final Optional<ProgressLine> progress;
  private final Clock clock;
  private final OnPlan onPlan;
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, Instant> told = new HashMap<>();
  private final Set<SnapshotId> foundWhole = new HashSet<>();

  /** Is given the plan as soon as it is made, before anything is done. */
  interface OnPlan {
    void print(BackupPlan plan);
  }

  EbsLog(Log log, Optional<ProgressLine> progress, Clock clock, OnPlan onPlan) {
    this.log = log;
    this.progress = progress;
    this.clock = clock;
    this.onPlan = onPlan;
    // the first line about progress is due after a while, not at once
    told.put("progress", clock.instant());
  }

  @Override
  public void on(EbsEvent event) {
    if (event instanceof Progress now) {
      tell(now);
      return;
    }
    progress.ifPresent(ProgressLine::clear);
    if (event instanceof Planned planned) {
      planned
          .plan()
          .volumes()
          .forEach(volume -> titles.put(volume.spec().id().value(), volume.spec().title()));
      onPlan.print(planned.plan());
    } else if (event instanceof Delayed delayed) {
      tell(delayed);
    } else {
      tell(event);
    }
  }

  private void tell(EbsEvent event) {
    if (event instanceof Begun begun) {
      info(begun.token(), begun.snapshot(), begun.region(), "begun");
    } else if (event instanceof Adopted adopted) {
      Snapshot found = adopted.snapshot();
      boolean whole = found.state() == SnapshotState.COMPLETED;
      info(adopted.token(), found.id(), found.region(), whole ? "found, completed," : "found");
      if (whole) {
        foundWhole.add(found.id());
      }
    } else if (event instanceof Completed completed) {
      Snapshot made = completed.snapshot();
      if (!foundWhole.contains(made.id())) {
        info(completed.token(), made.id(), made.region(), "completed");
      }
    } else if (event instanceof Failed failed) {
      String subject = Wording.printable(subject(failed.token()));
      log.error(subject + " failed; " + ProblemText.line(failed.problem()));
    } else if (event instanceof InDoubt doubt) {
      String lost = " may or may not have been begun, which is being looked up; ";
      log.warn(Wording.printable(subject(doubt.token()) + lost + doubt.why()));
    } else if (event instanceof HandedOver step) {
      String what = HandoverText.what(step.outcome().step());
      String how = HandoverText.action(step.outcome().step(), step.outcome());
      log.info(Wording.printable(what + ": " + how));
    } else if (event instanceof VerificationPlanned planned) {
      VerifyText.ahead(planned.plan()).forEach(log::info);
    } else if (event instanceof Removed removed) {
      Snapshot gone = removed.snapshot();
      String what = ": " + gone.id() + " removed in " + gone.region();
      log.info(Wording.printable(gone.sourceVolume() + what));
    } else if (event instanceof EbsEvent.VolumeBegun begun) {
      Volume made = begun.volume();
      String what = ": new volume " + made.id() + " begun in " + made.zone() + " from ";
      log.info(Wording.printable(begun.source() + what + begun.from()));
    } else if (event instanceof EbsEvent.VolumeReady ready) {
      String what = ": new volume " + ready.volume().id() + " can be used";
      log.info(Wording.printable(ready.source() + what));
    } else if (event instanceof EbsEvent.VolumeFailed failed) {
      log.error(
          Wording.printable(failed.source().value())
              + " failed; "
              + ProblemText.line(failed.problem()));
    } else if (event instanceof EbsEvent.VolumeInDoubt doubt) {
      String lost = ": new volume may or may not have been begun, so it is asked for again; ";
      log.warn(Wording.printable(doubt.source() + lost + doubt.why()));
    } else if (event instanceof EbsEvent.VolumeRemoved removed) {
      log.info(Wording.printable("volume " + removed.volume() + " removed in " + removed.region()));
    } else if (event instanceof DuplicateRemoved removed) {
      String what = ": " + removed.snapshot() + " was one too many, and is removed";
      log.warn(Wording.printable(subject(removed.token()) + what));
    }
  }

  private void tell(Delayed delayed) {
    String text =
        delayed.region()
            + ": the cloud asks for patience with "
            + name(delayed.call())
            + ", "
            + Wording.seconds(delayed.delay())
            + "; "
            + delayed.why();
    if (isDue(delayed.region(), delayed.call())) {
      log.info(Wording.printable(text));
    } else {
      log.debug(Wording.printable(text));
    }
  }

  private void tell(Progress now) {
    String text =
        now.done()
            + " of "
            + now.total()
            + " snapshots and copies done, "
            + now.percent()
            + " %"
            + now.left().map(left -> ", about " + Wording.seconds(left) + " left").orElse("");
    if (progress.isPresent()) {
      progress.get().show(text);
    } else if (now.done() < now.total() && isDue("progress")) {
      log.info(text);
    }
  }

  private boolean isDue(Region region, Call call) {
    return isDue(region + " " + call);
  }

  private boolean isDue(String kind) {
    Instant now = clock.instant();
    boolean due = !now.isBefore(told.getOrDefault(kind, Instant.MIN).plus(PAUSE));
    if (due) {
      told.put(kind, now);
    }
    return due;
  }

  private void info(Token token, SnapshotId snapshot, Region region, String what) {
    String kind = token.destination().isPresent() ? ": copy " : ": snapshot ";
    log.info(Wording.printable(title(token) + kind + snapshot + " " + what + " in " + region));
  }

  private String subject(Token token) {
    return title(token)
        + token.destination().map(region -> ": copy to " + region).orElse(": snapshot");
  }

  private String title(Token token) {
    return titles.getOrDefault(token.subject(), token.subject());
  }

  private static String name(Call call) {
    return call.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
