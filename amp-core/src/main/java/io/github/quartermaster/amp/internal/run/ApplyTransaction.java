package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.file.OpenArchives;
import io.github.quartermaster.amp.internal.file.Stamps;
import io.github.quartermaster.amp.internal.run.RunResult.WarOutcome;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.FileStamp;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Writes several WARs under their locks: prepares all of them, then puts all in place. */
final class ApplyTransaction {
  private final Disk disk;
  private final RunOptions options;
  private final AmpListener listener;
  private final Clock clock;
  private final Consumer<Problem> warnings;
  private final OpenArchives open;
  private final Map<WarTarget, Path> backups = new TreeMap<>();

  ApplyTransaction(
      Disk disk,
      RunOptions options,
      AmpListener listener,
      Clock clock,
      Consumer<Problem> warnings,
      OpenArchives open) {
    this.disk = disk;
    this.options = options;
    this.listener = listener;
    this.clock = clock;
    this.warnings = warnings;
    this.open = open;
  }

  /** Does it; what is returned is in the order of the jobs. */
  List<WarOutcome> run(List<WarJob> jobs) {
    try (WarLocks locks = new WarLocks(disk, warnings)) {
      lock(jobs, locks);
      List<PreparedWar> prepared;
      try {
        checkUnchanged(jobs);
        new FreeSpace(disk).check(jobs);
        prepared = prepare(jobs);
        checkUnchanged(jobs);
      } catch (IOException failure) {
        AmpException refused = Failures.of(jobs.get(0).target(), "prepare the new", failure);
        rollBack(jobs, refused);
        throw refused;
      } catch (RuntimeException | Error failure) {
        rollBack(jobs, failure);
        throw failure;
      }
      swap(jobs, prepared.stream().filter(PreparedWar::changes).toList());
      prune(prepared);
      return prepared.stream().map(this::outcome).toList();
    }
  }

  private void lock(List<WarJob> jobs, WarLocks locks) {
    List<WarTarget> places = new ArrayList<>();
    for (WarJob job : jobs) {
      places.add(job.target());
      if (options.makesBackups() && job.backups() != null) {
        job.backups().prepare(disk);
        places.add(job.backups().target());
      }
    }
    locks.takeAll(places);
    // a run may have been interrupted since these WARs were read
    Recovery recovery = new Recovery(disk, listener, warnings);
    for (WarTarget place : places) {
      recovery.recover(place, locks);
    }
  }

  private void checkUnchanged(List<WarJob> jobs) throws IOException {
    for (WarJob job : jobs) {
      boolean same;
      try {
        same = Stamps.of(job.source()).matches(job.war().stamp());
      } catch (NoSuchFileException gone) {
        same = job.war().stamp().equals(FileStamp.ABSENT);
      }
      if (!same) {
        throw Failures.refused(
            ProblemCode.WAR_CHANGED,
            job.source(),
            "tried to apply to " + job.source() + "; it was changed since it was read",
            "No WAR was changed by this run. Make sure that nobody else is at work on it, and run"
                + " again");
      }
    }
  }

  private List<PreparedWar> prepare(List<WarJob> jobs) throws IOException {
    List<PreparedWar> prepared = new ArrayList<>();
    try (OpenAmps amps = new OpenAmps(options.limits())) {
      PackedWarWriter packed =
          new PackedWarWriter(disk, open, amps, options, clock.instant(), listener);
      ExplodedWarWriter exploded = new ExplodedWarWriter(disk, amps, options, listener);
      for (WarJob job : jobs) {
        PreparedWar war;
        try {
          war =
              job.war().exploded()
                  ? exploded.prepare(job, warnings)
                  : packed.prepare(job, warnings);
        } catch (IOException failure) {
          throw Failures.of(job.target(), "write the new", failure);
        }
        prepared.add(war);
        listener.on(new AmpEvent.WarPrepared(job.source(), job.result(), war.size()));
        backUp(war);
      }
    }
    return prepared;
  }

  private void backUp(PreparedWar war) {
    BackupPlace place = war.job().backups();
    boolean there = Files.exists(war.job().target().path()); // or a lost one is put back
    if (there && war.changes() && place != null && options.makesBackups()) {
      Path backup = new WarBackup(disk, clock).make(war.job().target(), place);
      backups.put(war.job().target(), backup);
      listener.on(new AmpEvent.BackupKept(war.job().source(), backup));
    }
  }

  private void swap(List<WarJob> jobs, List<PreparedWar> prepared) {
    if (prepared.isEmpty()) {
      return;
    }
    // unique, not secret: a generator of secrets takes longer to start than the swap takes
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String transaction = new UUID(random.nextLong(), random.nextLong()).toString();
    List<WarTarget> wars = new ArrayList<>();
    for (PreparedWar war : prepared) {
      wars.add(war.job().target());
    }
    List<SwapJournal> journals = new ArrayList<>();
    for (PreparedWar war : prepared) {
      journals.add(new SwapJournal(war.job().target(), transaction, wars, war.steps()));
    }
    try {
      new Swap(disk).run(journals);
    } catch (IOException failure) {
      AmpException refused = Failures.of(wars.get(0), "put the new WAR in place at", failure);
      rollBack(jobs, refused);
      throw refused;
    }
    for (PreparedWar war : prepared) {
      listener.on(new AmpEvent.WarReplaced(war.job().source(), war.job().result()));
    }
  }

  /** Leaves nothing of what was prepared; what cannot be deleted now, the next run deletes. */
  private void rollBack(List<WarJob> jobs, Throwable failure) {
    Leftovers leftovers = new Leftovers(disk);
    for (WarJob job : jobs) {
      try {
        leftovers.delete(job.target());
        disk.delete(job.target().journal());
        Path backup = backups.get(job.target());
        if (backup != null) {
          disk.delete(backup);
        }
      } catch (IOException left) {
        failure.addSuppressed(left);
      }
    }
  }

  private void prune(List<PreparedWar> prepared) {
    BackupRotation rotation = new BackupRotation(disk, options.keepBackups(), warnings);
    Set<Path> spared = new HashSet<>(backups.values());
    for (PreparedWar war : prepared) {
      if (war.job().former() != null) {
        spared.add(war.job().former());
      }
    }
    for (PreparedWar war : prepared) {
      BackupPlace place = war.job().backups();
      if (war.changes() && place != null) {
        for (Path old : rotation.prune(place, spared)) {
          listener.on(new AmpEvent.BackupPruned(old));
        }
      }
    }
  }

  private WarOutcome outcome(PreparedWar war) {
    WarJob job = war.job();
    return new WarOutcome(
        job.source(),
        job.result(),
        war.changes(),
        WarSize.of(job.war()),
        war.size(),
        backups.get(job.target()));
  }
}
