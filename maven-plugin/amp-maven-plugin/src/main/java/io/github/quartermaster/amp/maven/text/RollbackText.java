package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.RollbackResult;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.ModuleChange;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.WarRollback;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A rollback as text: for each WAR its backups, and what becomes of its modules. */
public final class RollbackText {
  private static final List<String> BACKUPS = List.of("BACKUP", "MADE AT (UTC)", "SIZE", "");
  private static final List<String> MODULES = List.of("MODULE", "NOW", "AFTERWARDS");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public RollbackText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(List<WarRollback> rollbacks) {
    List<String> lines = new ArrayList<>();
    for (WarRollback rollback : rollbacks) {
      lines.add(WarHeadline.of(rollback.war(), paths));
      List<List<String>> backups = new ArrayList<>();
      boolean listed = false;
      for (BackupFile backup : rollback.backups()) {
        boolean chosen = rollback.chosen().filter(backup::equals).isPresent();
        listed |= chosen;
        backups.add(row(backup, chosen));
      }
      if (!listed && rollback.chosen().isPresent()) {
        backups.add(row(rollback.chosen().get(), true));
      }
      if (backups.isEmpty()) {
        lines.add("  no backups of it");
      } else {
        add(new TextTable(BACKUPS, backups, Set.of("SIZE")), lines);
      }
      List<List<String>> modules = rollback.modules().stream().map(RollbackText::row).toList();
      if (!modules.isEmpty()) {
        add(new TextTable(MODULES, modules), lines);
      }
    }
    return lines;
  }

  private void add(TextTable table, List<String> lines) {
    table.lines(width - 2).forEach(line -> lines.add("  " + line));
  }

  private List<String> row(BackupFile backup, boolean chosen) {
    return List.of(
        paths.shown(backup.file()),
        backup.made().map(SECOND::format).orElse("-"),
        Wording.bytes(backup.size()),
        chosen ? "this one" : "");
  }

  private static List<String> row(ModuleChange change) {
    return List.of(
        change.module().value(),
        change.from().map(ModuleVersion::text).orElse("-"),
        change.to().map(ModuleVersion::text).orElse("-"));
  }

  /** The last line of a dry run. */
  public static String closing(List<WarRollback> rollbacks, PathNames paths) {
    List<String> changing =
        rollbacks.stream()
            .filter(WarRollback::changed)
            .map(rollback -> paths.shown(rollback.war().path()))
            .toList();
    return changing.isEmpty() ? nothing(rollbacks) : Wording.row(changing) + " would go back";
  }

  /** The last line. */
  public static String closing(RollbackResult result, PathNames paths) {
    if (!result.changed()) {
      return nothing(result.rollbacks());
    }
    String backups =
        Wording.row(
            result.wars().stream()
                .flatMap(war -> war.backup().stream())
                .map(paths::shown)
                .toList());
    return Wording.row(result.wars().stream().map(war -> paths.shown(war.war())).toList())
        + " went back in "
        + Wording.seconds(result.elapsed())
        + (backups.isEmpty() ? "" : ", what was there is kept as " + backups);
  }

  private static String nothing(List<WarRollback> rollbacks) {
    return "Nothing to do: "
        + Wording.count(rollbacks.size(), "WAR")
        + ", the same as the backup already";
  }
}
