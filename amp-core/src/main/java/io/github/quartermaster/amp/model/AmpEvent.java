package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that happened during a call, told while it happens.
 *
 * <p>Order, as a regular expression: {@code Recovered* AmpRead* WarRead* Planned (Progress*
 * WarPrepared BackupKept?)* WarReplaced* BackupPruned*}. All events of a call come one at a time;
 * those of {@link Progress} may come from another thread than the caller's.
 */
public sealed interface AmpEvent {

  /**
   * An earlier run had been interrupted; its work on this WAR was finished or undone.
   *
   * @param finished whether the new WAR was put in place, rather than the old one kept
   */
  record Recovered(Path war, boolean finished) implements AmpEvent {}

  /** An AMP was found and understood. */
  record AmpRead(AmpFile amp) implements AmpEvent {}

  /** A WAR was read. */
  record WarRead(WarInventory war) implements AmpEvent {}

  /** The plan is made. */
  record Planned(ApplyPlan plan) implements AmpEvent {}

  /** What can be mended is known; stands in the place of {@link Planned}. */
  record RepairPlanned(List<WarRepair> repairs) implements AmpEvent {
    /** Copies the list. */
    public RepairPlanned {
      repairs = List.copyOf(repairs);
    }
  }

  /** Which backups take the place of which WARs is known; likewise. */
  record RollbackPlanned(List<WarRollback> rollbacks) implements AmpEvent {
    /** Copies the list. */
    public RollbackPlanned {
      rollbacks = List.copyOf(rollbacks);
    }
  }

  /**
   * Part of a new WAR was written.
   *
   * @param done bytes
   * @param total bytes, as far as is known
   */
  record Progress(Path war, long done, long total) implements AmpEvent {}

  /**
   * A new WAR lies complete and synced beside the old one, which is still in place.
   *
   * @param result where it will be: the WAR itself unless an output folder was named
   */
  record WarPrepared(Path war, Path result, long size) implements AmpEvent {}

  /** The old WAR was backed up. */
  record BackupKept(Path war, Path backup) implements AmpEvent {}

  /**
   * The new WAR is in place.
   *
   * @param result where it is: the WAR itself unless an output folder was named
   */
  record WarReplaced(Path war, Path result) implements AmpEvent {}

  /** A backup beyond the number to be kept was deleted. */
  record BackupPruned(Path backup) implements AmpEvent {}
}
