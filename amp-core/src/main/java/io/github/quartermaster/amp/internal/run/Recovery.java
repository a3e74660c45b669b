package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Finishes or undoes what an interrupted run left. Finished is what had been committed; the journal
 * of a transaction's first WAR says so.
 */
final class Recovery {
  private final Disk disk;
  private final AmpListener listener;
  private final Consumer<Problem> warnings;

  Recovery(Disk disk, AmpListener listener, Consumer<Problem> warnings) {
    this.disk = disk;
    this.listener = listener;
    this.warnings = warnings;
  }

  /**
   * Brings each WAR, and what changed together with it, into a state that is whole. Where nothing
   * is left, nothing is written.
   *
   * @throws AmpException if a run is at work on one of them, or if one cannot be recovered
   */
  void recover(SortedSet<WarTarget> wars) {
    for (WarTarget war : wars) {
      if (Leftovers.exist(war)) {
        try (WarLocks locks = new WarLocks(disk, warnings)) {
          locks.take(war);
          recover(war, locks);
        }
      }
    }
  }

  /**
   * Does that for one WAR whose lock is held.
   *
   * @param locks takes those of other WARs that changed together with it
   */
  void recover(WarTarget war, WarLocks locks) {
    try {
      if (!Leftovers.isPrepared(war)) {
        disk.delete(war.backupDraft());
        return;
      }
      Optional<SwapJournal> own = SwapJournalFile.read(war);
      Optional<SwapJournal> committed = own.isEmpty() ? own : committed(own.get());
      if (committed.isPresent()) {
        finish(committed.get(), locks);
      } else {
        undo(war);
      }
    } catch (IOException failure) {
      throw stuck(war, failure);
    }
  }

  private static Optional<SwapJournal> committed(SwapJournal own) throws IOException {
    WarTarget first = own.first();
    if (own.commits()) {
      return Optional.of(own);
    }
    if (!Files.isDirectory(first.folder())) {
      throw new IOException(
          "whether it was complete is known only beside " + first + ", not there");
    }
    return SwapJournalFile.read(first).filter(own::belongsWith);
  }

  private void finish(SwapJournal committed, WarLocks locks) throws IOException {
    List<SwapJournal> open = new ArrayList<>(List.of(committed));
    locks.take(committed.war());
    for (WarTarget other : committed.wars().subList(1, committed.wars().size())) {
      if (!Files.isDirectory(other.folder())) {
        throw new IOException(
            "the folder of " + other + ", which changes together with it, is gone");
      }
      if (Files.exists(other.journal())) {
        locks.take(other);
        SwapJournalFile.read(other).filter(committed::belongsWith).ifPresent(open::add);
      }
    }
    new Swap(disk).finish(open);
    for (SwapJournal journal : open) {
      listener.on(new AmpEvent.Recovered(journal.war().path(), true));
    }
  }

  private void undo(WarTarget war) throws IOException {
    new Leftovers(disk).delete(war);
    disk.delete(war.journal());
    disk.syncFolder(war.folder());
    listener.on(new AmpEvent.Recovered(war.path(), false));
  }

  private static AmpException stuck(WarTarget war, IOException cause) {
    return Failures.stuck(
        war,
        "finish or undo what an interrupted run left at " + war,
        "Mend that and run again; to keep the WAR as it is instead, delete "
            + war.journal()
            + " and "
            + war.newFile(),
        cause);
  }
}
