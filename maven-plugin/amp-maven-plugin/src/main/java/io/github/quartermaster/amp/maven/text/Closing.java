package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.maven.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The last line of a goal: what was achieved, in short. */
public final class Closing {
  private Closing() {}

  /** Of a plan that may be carried out. */
  public static String of(ApplyPlan plan, PathNames paths) {
    if (!plan.changes()) {
      return nothing(plan, paths);
    }
    List<WarPlan> changing = plan.wars().stream().filter(WarPlan::changes).toList();
    return Wording.count(changingAmps(changing), "AMP")
        + " would be applied to "
        + row(changing.stream().map(war -> war.war().path()), paths);
  }

  /** Of an apply that was carried out. */
  public static String of(ApplyResult result, PathNames paths) {
    if (!result.changed()) {
      return nothing(result.plan(), paths);
    }
    List<WarResult> changed = result.wars().stream().filter(WarResult::changed).toList();
    List<Path> wars = changed.stream().map(WarResult::war).toList();
    List<WarPlan> plans =
        result.plan().wars().stream().filter(plan -> wars.contains(plan.war().path())).toList();
    long applied = changingAmps(plans);
    String done =
        (applied == 0
                ? "No change, only a copy of "
                : Wording.count(applied, "AMP") + " applied to ")
            + row(wars.stream(), paths)
            + " in "
            + Wording.seconds(result.elapsed());
    Stream<Path> outputs =
        changed.stream().map(WarResult::result).filter(path -> !wars.contains(path));
    Stream<Path> backups = changed.stream().flatMap(war -> war.backup().stream());
    return done + clause(", result ", outputs, paths) + clause(", backup ", backups, paths);
  }

  private static String nothing(ApplyPlan plan, PathNames paths) {
    long amps = amps(plan.wars().stream().flatMap(war -> war.actions().stream()));
    return amps == 0
        ? "Nothing to do: no AMP was found for "
            + row(plan.wars().stream().map(WarPlan::war).map(WarInventory::path), paths)
        : "Nothing to do: "
            + Wording.count(amps, "AMP")
            + ", all installed at the same or a newer version";
  }

  private static long changingAmps(List<WarPlan> plans) {
    return amps(
        plans.stream().flatMap(plan -> plan.actions().stream()).filter(PlannedAction::changesWar));
  }

  private static long amps(Stream<PlannedAction> actions) {
    return actions
        .flatMap(action -> action.source().stream())
        .map(AmpFile::location)
        .distinct()
        .count();
  }

  private static String clause(String words, Stream<Path> files, PathNames paths) {
    String names = row(files, paths);
    return names.isEmpty() ? "" : words + names;
  }

  private static String row(Stream<Path> files, PathNames paths) {
    return Wording.row(files.map(paths::shown).toList());
  }
}
