package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.file.OpenArchives;
import io.github.quartermaster.amp.internal.run.RunResult.WarOutcome;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.amp.model.WarRollback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the backups of WARs and puts them back: all WARs of a call change, or none does. A packed
 * WAR is then the backup, byte by byte; an exploded one holds what the backup holds.
 */
public final class RollbackRunner {
  private final Disk disk;
  private final RunOptions options;
  private final AmpListener listener;
  private final Clock clock;

  /**
   * A runner for one call of the front door.
   *
   * @param options without an output folder
   * @param clock gives the names of backups
   */
  public RollbackRunner(RunOptions options, AmpListener listener, Clock clock) {
    this(new LocalDisk(), options, listener, clock);
  }

  RollbackRunner(Disk disk, RunOptions options, AmpListener listener, Clock clock) {
    this.disk = disk;
    this.options = options;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * All backups of a WAR, the newest first; the WAR itself need not be there.
   *
   * @throws AmpException if their folder cannot be read
   */
  public List<BackupFile> backups(Path war) {
    try {
      BackupPlace place = BackupPlace.of(WarTarget.of(war), options.backups());
      if (!Files.isDirectory(place.folder())) {
        return List.of();
      }
      List<BackupFile> backups = new ArrayList<>();
      for (Path file : place.backups()) {
        backups.add(new BackupFile(file, place.time(file), Files.size(file)));
      }
      return backups;
    } catch (IOException failure) {
      throw new AmpException(
          Problem.error(
              ProblemCode.BACKUP_NOT_FOUND,
              war,
              "tried to look for backups of " + war + "; " + Failures.reason(failure),
              "Mend that, or name the folder of its backups"),
          failure);
    }
  }

  /**
   * Carries it out.
   *
   * @throws AmpException if it could not be done. All WARs are as before, unless the code is {@link
   *     ProblemCode#SWAP_INCOMPLETE}: then the next run finishes it
   */
  public RunResult run(List<WarRollback> rollbacks) {
    List<WarJob> jobs = new ArrayList<>();
    for (WarRollback rollback : rollbacks) {
      if (rollback.changed() && rollback.chosen().isPresent()) {
        jobs.add(job(rollback, rollback.chosen().get().file()));
      }
    }
    List<Problem> warnings = new ArrayList<>();
    List<WarOutcome> outcomes =
        jobs.isEmpty()
            ? List.of()
            : new ApplyTransaction(
                    disk, options, listener, clock, warnings::add, OpenArchives.none())
                .run(jobs);
    return new RunResult(outcomes, warnings);
  }

  private WarJob job(WarRollback rollback, Path backup) {
    Path war = rollback.war().path();
    try {
      WarTarget target = WarTarget.of(war);
      return new WarJob(
          new WarPlan(rollback.war(), List.of(), rollback.edit(), List.of()),
          target,
          BackupPlace.of(target, options.backups()),
          backup);
    } catch (IOException failure) {
      throw Failures.of(ProblemCode.WRITE_FAILED, war, "find the place of " + war, failure);
    }
  }
}
