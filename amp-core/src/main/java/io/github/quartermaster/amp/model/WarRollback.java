package io.github.quartermaster.amp.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rollback does to one WAR.
 *
 * @param war the WAR as it is now; without files where it cannot be read, or is not there
 * @param backups all that there are, the newest first
 * @param chosenBackup the one to be put back, or null where there is none to choose; read it by
 *     {@link #chosen()}
 * @param changed whether the WAR is another one than the backup
 * @param edit of an exploded WAR, what makes it what the backup holds
 * @param modules those that come, go or change their version
 * @param problems what is wrong or worth knowing about this WAR
 */
public record WarRollback(
    WarInventory war,
    List<BackupFile> backups,
    @Nullable BackupFile chosenBackup,
    boolean changed,
    WarEdit edit,
    List<ModuleChange> modules,
    List<Problem> problems) {

  /** Copies the lists. */
  public WarRollback {
    backups = List.copyOf(backups);
    modules = List.copyOf(modules);
    problems = List.copyOf(problems);
  }

  /** The backup to be put back, if there is one to choose. */
  public Optional<BackupFile> chosen() {
    return Optional.ofNullable(chosenBackup);
  }
}
