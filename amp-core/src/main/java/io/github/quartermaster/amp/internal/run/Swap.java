package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.run.SwapStep.DeleteFolder;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what was prepared for all WARs of a transaction in place, all or nothing. */
final class Swap {
  private final Disk disk;

  Swap(Disk disk) {
    this.disk = disk;
  }

  /**
   * Commits a transaction and does its steps.
   *
   * @param journals one for each WAR; the first is the one that commits
   * @throws IOException if that failed before any step was done; then it is not committed
   * @throws AmpException {@link ProblemCode#SWAP_INCOMPLETE} if it failed later; then it is
   *     committed, and recovery finishes it
   */
  void run(List<SwapJournal> journals) throws IOException {
    List<SwapJournal> open = firstLast(journals);
    try {
      for (SwapJournal journal : open) {
        SwapJournalFile.write(disk, journal);
      }
      finishAll(open);
    } catch (IOException failure) {
      if (!withdraw(journals, failure)) {
        throw incomplete(open, failure);
      }
      throw failure;
    }
  }

  /**
   * Does those steps of a committed transaction that are not done yet, and ends it.
   *
   * @param journals of the WARs that are not finished; the first is the one that commits
   * @throws IOException if something is not as it was prepared; then nothing was touched
   * @throws AmpException {@link ProblemCode#SWAP_INCOMPLETE} if a step failed
   */
  void finish(List<SwapJournal> journals) throws IOException {
    for (SwapJournal journal : journals) {
      for (SwapStep step : journal.steps()) {
        step.check(journal.war());
      }
    }
    List<SwapJournal> open = firstLast(journals);
    try {
      finishAll(open);
    } catch (IOException failure) {
      throw incomplete(open, failure);
    }
  }

  private void finishAll(List<SwapJournal> open) throws IOException {
    while (!open.isEmpty()) {
      finish(open.get(0));
      open.remove(0);
    }
  }

  private void finish(SwapJournal journal) throws IOException {
    WarTarget war = journal.war();
    Set<Path> changedFolders = new LinkedHashSet<>();
    for (SwapStep step : journal.steps()) {
      step.perform(disk, war);
      changedFolders.add(step.changed(war).resolveSibling("").normalize());
    }
    for (Path folder : changedFolders) {
      if (Files.isDirectory(folder)) {
        disk.syncFolder(folder);
      }
    }
    new Leftovers(disk).delete(war);
    disk.delete(war.journal());
    disk.syncFolder(war.folder());
  }

  /** Takes the commit back as long as no step was done; tells whether that could be done. */
  private boolean withdraw(List<SwapJournal> journals, IOException failure) {
    try {
      for (SwapJournal journal : journals) {
        for (SwapStep step : journal.steps()) {
          // whether a folder is gone already does no harm: it was empty
          if (!(step instanceof DeleteFolder) && !step.isPending(journal.war())) {
            return false;
          }
        }
      }
      WarTarget first = journals.get(0).war();
      disk.delete(first.journal());
      disk.syncFolder(first.folder());
      return true;
    } catch (IOException stuck) {
      failure.addSuppressed(stuck);
      return false;
    }
  }

  /** The WAR that commits comes last, so that its journal outlives those of the others. */
  private static List<SwapJournal> firstLast(List<SwapJournal> journals) {
    List<SwapJournal> reversed = new ArrayList<>(journals);
    Collections.reverse(reversed);
    return reversed;
  }

  private static AmpException incomplete(List<SwapJournal> open, IOException cause) {
    WarTarget war = open.get(0).war();
    return Failures.stuck(
        war,
        "put the new "
            + open.stream()
                .map(journal -> journal.war().toString())
                .collect(Collectors.joining(" and "))
            + " in place",
        "Mend that and run again on the same WARs: the next run finishes what is left",
        cause);
  }
}
