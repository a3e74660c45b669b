package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An uninstall as text: for each WAR a headline and a table of the modules named. */
public final class UninstallText {
  private static final List<String> HEADERS = List.of("MODULE", "INSTALLED", "ACTION", "WHY");

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public UninstallText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(ApplyPlan plan) {
    return plan.wars().stream().flatMap(this::lines).toList();
  }

  private Stream<String> lines(WarPlan plan) {
    List<List<String>> rows = plan.actions().stream().map(UninstallText::row).toList();
    return Stream.concat(
        Stream.of(WarHeadline.of(plan.war(), paths)),
        new TextTable(HEADERS, rows).lines(width - 2).stream().map(line -> "  " + line));
  }

  private static List<String> row(PlannedAction action) {
    return List.of(
        action.module().value(),
        action.from().map(ModuleVersion::text).orElse("-"),
        action.name(),
        action.reason());
  }

  /** The last line of a dry run. */
  public static String closing(ApplyPlan plan, PathNames paths) {
    return plan.changes()
        ? modules(plan)
            + " would be uninstalled from "
            + row(plan.wars().stream().filter(WarPlan::changes).map(w -> w.war().path()), paths)
        : nothing(plan);
  }

  /** The last line. */
  public static String closing(ApplyResult result, PathNames paths) {
    if (!result.plan().changes()) {
      return result.changed() ? "No change, only a copy" : nothing(result.plan());
    }
    List<WarResult> changed = result.wars().stream().filter(WarResult::changed).toList();
    List<Path> wars = changed.stream().map(WarResult::war).toList();
    String backups = row(changed.stream().flatMap(war -> war.backup().stream()), paths);
    String outputs =
        row(changed.stream().map(WarResult::result).filter(path -> !wars.contains(path)), paths);
    return modules(result.plan())
        + " uninstalled from "
        + row(wars.stream(), paths)
        + " in "
        + Wording.seconds(result.elapsed())
        + (outputs.isEmpty() ? "" : ", result " + outputs)
        + (backups.isEmpty() ? "" : ", backup " + backups);
  }

  private static String modules(ApplyPlan plan) {
    long modules =
        plan.wars().stream()
            .flatMap(war -> war.actions().stream())
            .filter(PlannedAction::changesWar)
            .count();
    return Wording.count(modules, "module");
  }

  private static String nothing(ApplyPlan plan) {
    long modules =
        plan.wars().stream()
            .flatMap(war -> war.actions().stream())
            .map(PlannedAction::module)
            .distinct()
            .count();
    return "Nothing to do: " + Wording.count(modules, "module") + ", none of them installed";
  }

  private static String row(Stream<Path> files, PathNames paths) {
    return Wording.row(files.map(paths::shown).toList());
  }
}
