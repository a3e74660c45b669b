package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.maven.text.PathNames;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpEvent.AmpRead;
import io.github.quartermaster.amp.model.AmpEvent.BackupKept;
import io.github.quartermaster.amp.model.AmpEvent.BackupPruned;
import io.github.quartermaster.amp.model.AmpEvent.Planned;
import io.github.quartermaster.amp.model.AmpEvent.Progress;
import io.github.quartermaster.amp.model.AmpEvent.Recovered;
import io.github.quartermaster.amp.model.AmpEvent.WarPrepared;
import io.github.quartermaster.amp.model.AmpEvent.WarRead;
import io.github.quartermaster.amp.model.AmpEvent.WarReplaced;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells Maven's log what the core does, a line for each step, and shows progress on a terminal. It
 * also remembers the AMPs that were read. Of use for one call of the core.
 */
final class AmpLog implements AmpListener {
  private final Log log;
  private final PathNames paths;
  private final Optional<ProgressLine> progress;
  private final Consumer<ApplyPlan> onPlan;
  private final List<AmpFile> amps = new ArrayList<>();

  /**
   * @param onPlan is given the plan as soon as it is made, before anything is done
   */
  AmpLog(Log log, PathNames paths, Optional<ProgressLine> progress, Consumer<ApplyPlan> onPlan) {
    this.log = log;
    this.paths = paths;
    this.progress = progress;
    this.onPlan = onPlan;
  }

  /** The AMPs that were read so far, in that order. */
  synchronized List<AmpFile> amps() {
    return List.copyOf(amps);
  }

  @Override
  public synchronized void on(AmpEvent event) {
    if (event instanceof Progress step) {
      progress.ifPresent(line -> line.show(paths.shown(step.war()), step.done(), step.total()));
      return;
    }
    progress.ifPresent(ProgressLine::clear);
    if (event instanceof AmpRead read) {
      amps.add(read.amp());
      log.debug("read " + paths.shown(read.amp().location()) + ": " + read.amp().module().label());
    } else if (event instanceof WarRead read) {
      log.debug("read " + paths.shown(read.war().path()));
    } else if (event instanceof Planned planned) {
      onPlan.accept(planned.plan());
    } else {
      tell(event);
    }
  }

  private void tell(AmpEvent event) {
    if (event instanceof Recovered recovered) {
      log.warn(
          paths.shown(recovered.war())
              + ": an earlier run was interrupted; "
              + (recovered.finished() ? "its work is finished now" : "its work is undone"));
    } else if (event instanceof WarPrepared prepared) {
      log.info(
          paths.shown(prepared.result()) + ": new WAR written, " + Wording.bytes(prepared.size()));
    } else if (event instanceof BackupKept kept) {
      log.info(paths.shown(kept.war()) + ": backup " + paths.shown(kept.backup()));
    } else if (event instanceof WarReplaced replaced) {
      log.info(paths.shown(replaced.result()) + ": new WAR in place");
    } else if (event instanceof BackupPruned pruned) {
      log.info("old backup deleted: " + paths.shown(pruned.backup()));
    }
  }
}
