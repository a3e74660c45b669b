package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.RepairResult;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarRepair;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.List;

/** A repair as text: for each WAR a headline and a table of what is mended and what is left. */
public final class RepairText {
  private static final List<String> HEADERS = List.of("FOUND", "MODULE", "FILES", "REPAIR");

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public RepairText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(List<WarRepair> repairs) {
    List<String> lines = new ArrayList<>();
    for (WarRepair repair : repairs) {
      lines.add(WarHeadline.of(repair.health().war(), paths));
      List<List<String>> rows = repair.health().findings().stream().map(RepairText::row).toList();
      if (rows.isEmpty()) {
        lines.add("  all as it was installed");
      } else {
        new TextTable(HEADERS, rows).lines(width - 2).forEach(line -> lines.add("  " + line));
      }
    }
    return lines;
  }

  private static List<String> row(WarFinding finding) {
    int files = finding.paths().size();
    String first = finding.paths().stream().findFirst().map(RepairText::name).orElse("-");
    return List.of(
        finding.problem().code().name(),
        finding.module().map(ModuleId::value).orElse("-"),
        files < 2 ? first : first + " and " + (files - 1) + " more",
        finding.repairable() ? "mend" : "leave");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The last line of a dry run. */
  public static String closing(List<WarRepair> repairs, PathNames paths) {
    long mended = repairs.stream().mapToLong(repair -> repair.mended().size()).sum();
    return mended == 0
        ? nothing(repairs)
        : Wording.count(mended, "finding")
            + " would be mended in "
            + Wording.row(
                repairs.stream()
                    .filter(repair -> !repair.mended().isEmpty())
                    .map(repair -> paths.shown(repair.health().war().path()))
                    .toList());
  }

  /** The last line. */
  public static String closing(RepairResult result, PathNames paths) {
    if (!result.changed()) {
      return nothing(result.repairs());
    }
    long mended = result.repairs().stream().mapToLong(repair -> repair.mended().size()).sum();
    String backups =
        Wording.row(
            result.wars().stream()
                .flatMap(war -> war.backup().stream())
                .map(paths::shown)
                .toList());
    String wars =
        Wording.row(
            result.wars().stream()
                .filter(WarResult::changed)
                .map(war -> paths.shown(war.result()))
                .toList());
    return (mended == 0 ? "An interrupted run ended" : Wording.count(mended, "finding") + " mended")
        + (wars.isEmpty() ? "" : " in " + wars)
        + " in "
        + Wording.seconds(result.elapsed())
        + (backups.isEmpty() ? "" : ", backup " + backups);
  }

  private static String nothing(List<WarRepair> repairs) {
    long left = repairs.stream().mapToLong(repair -> repair.left().size()).sum();
    return "Nothing to do"
        + (left == 0 ? "" : ": " + Wording.count(left, "finding") + ", none to be mended here");
  }
}
