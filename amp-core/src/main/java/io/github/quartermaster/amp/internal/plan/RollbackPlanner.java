package io.github.quartermaster.amp.internal.plan;

import static java.util.stream.Collectors.joining;

import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleChange;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarRollback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides which backup takes the place of a WAR, and what that means for its modules. */
public final class RollbackPlanner {
  private RollbackPlanner() {}

  /**
   * Which backup is meant.
   *
   * @param named a part of its name, or null for the newest
   * @return the backup, or why there is none
   */
  public static Choice choose(Path war, List<BackupFile> backups, @Nullable String named) {
    if (named == null) {
      return backups.isEmpty() ? new Choice(null, none(war)) : new Choice(backups.get(0), null);
    }
    List<BackupFile> meant =
        backups.stream()
            .filter(backup -> String.valueOf(backup.file().getFileName()).contains(named))
            .toList();
    return meant.size() == 1
        ? new Choice(meant.get(0), null)
        : new Choice(null, notOne(war, backups, named, meant.size()));
  }

  /**
   * A backup, or why there is none.
   *
   * @param backup null where there is none; read it by {@link #chosen()}
   * @param problem null where there is one; read it by {@link #why()}
   */
  public record Choice(@Nullable BackupFile backup, @Nullable Problem problem) {
    /** The backup, if there is one. */
    public Optional<BackupFile> chosen() {
      return Optional.ofNullable(backup);
    }

    /** Why there is none, if there is none. */
    public Optional<Problem> why() {
      return Optional.ofNullable(problem);
    }
  }

  /** Nothing can be done for a WAR. */
  public static WarRollback refused(WarInventory war, List<BackupFile> backups, Problem why) {
    return new WarRollback(war, backups, null, false, WarEdit.NONE, List.of(), List.of(why));
  }

  /**
   * What putting a backup back means.
   *
   * @param same whether a packed WAR is the backup already
   */
  public static WarRollback plan(
      WarInventory war,
      List<BackupFile> backups,
      BackupFile chosen,
      WarInventory former,
      boolean same) {
    WarEdit edit = war.exploded() ? edit(war, former) : WarEdit.NONE;
    boolean changed = war.exploded() ? !edit.isEmpty() : !same;
    List<ModuleChange> modules = changed ? modules(war, former) : List.of();
    List<Problem> problems = new ArrayList<>();
    if (war.tier() == Tier.REPOSITORY) {
      remembered(war, chosen, modules).ifPresent(problems::add);
    }
    return new WarRollback(war, backups, chosen, changed, edit, modules, problems);
  }

  private static WarEdit edit(WarInventory war, WarInventory former) {
    SortedSet<String> removed = new TreeSet<>(war.files().keySet());
    removed.removeAll(former.files().keySet());
    SortedMap<String, Source> written = new TreeMap<>();
    for (Map.Entry<String, Fingerprint> file : former.files().entrySet()) {
      Fingerprint now = war.files().get(file.getKey());
      if (now == null || !now.matches(file.getValue())) {
        written.put(
            file.getKey(), new Source.FromAmp(former.path(), file.getKey(), file.getValue()));
      }
    }
    SortedSet<String> foldersRemoved = new TreeSet<>(war.directories());
    foldersRemoved.removeAll(former.directories());
    SortedSet<String> foldersAdded = new TreeSet<>(former.directories());
    foldersAdded.removeAll(war.directories());
    return new WarEdit(removed, written, foldersRemoved, foldersAdded);
  }

  private static List<ModuleChange> modules(WarInventory war, WarInventory former) {
    SortedSet<ModuleId> ids = new TreeSet<>();
    war.modules().forEach(module -> ids.add(module.id()));
    former.modules().forEach(module -> ids.add(module.id()));
    List<ModuleChange> changes = new ArrayList<>();
    for (ModuleId id : ids) {
      Optional<InstalledModule> before = war.module(id);
      Optional<InstalledModule> after = former.module(id);
      ModuleChange change =
          new ModuleChange(
              id,
              before.map(module -> module.module().version()).orElse(null),
              after.map(module -> module.module().version()).orElse(null));
      if (!change.from().equals(change.to())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static Optional<Problem> remembered(
      WarInventory war, BackupFile chosen, List<ModuleChange> modules) {
    List<ModuleChange> back = modules.stream().filter(ModuleChange::goesBack).toList();
    return back.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                ProblemCode.DOWNGRADE,
                war.path(),
                "putting "
                    + chosen.file()
                    + " back at "
                    + war.path()
                    + " takes modules back: "
                    + back.stream()
                        .map(c -> c.module() + " from " + c.before() + " to " + c.after())
                        .collect(joining(", "))
                    + "; an Alfresco that has started with the newer ones remembers them in its"
                    + " database and refuses to start with the older",
                "Restore the database of that time too, unless Alfresco was not started since"));
  }

  private static Problem none(Path war) {
    return Problem.error(
        ProblemCode.BACKUP_NOT_FOUND,
        war,
        "tried to find a backup of " + war + "; there is none",
        "Name the folder of its backups, or the backup itself");
  }

  private static Problem notOne(Path war, List<BackupFile> backups, String named, int meant) {
    String all =
        backups.stream()
            .map(backup -> String.valueOf(backup.file().getFileName()))
            .collect(joining(", "));
    return Problem.error(
        ProblemCode.BACKUP_NOT_FOUND,
        war,
        "tried to find the backup '"
            + named
            + "' of "
            + war
            + "; "
            + (meant == 0 ? "there is none of that name" : meant + " have that in their names"),
        all.isEmpty()
            ? "Name the folder of its backups, or the path of the backup"
            : "Name one of " + all);
  }

  /** Whether a problem forbids to carry them out. */
  public static boolean isRefused(List<WarRollback> rollbacks) {
    return rollbacks.stream()
        .flatMap(rollback -> rollback.problems().stream())
        .anyMatch(Problem::isError);
  }
}
