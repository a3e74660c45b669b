package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.PlannedAction.Replace;
import io.github.quartermaster.amp.model.PlannedAction.Skip;
import io.github.quartermaster.amp.model.PlannedAction.Uninstall;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.maven.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as text: for each WAR a headline and a table of its modules, installed and available
 * versions, what happens to each, and why.
 */
public final class PlanText {
  private static final List<String> HEADERS =
      List.of("MODULE", "INSTALLED", "AVAILABLE", "ACTION", "WHY");

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public PlanText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(ApplyPlan plan) {
    return plan.wars().stream().flatMap(this::lines).toList();
  }

  private Stream<String> lines(WarPlan plan) {
    List<List<String>> rows = new ArrayList<>();
    plan.actions().forEach(action -> rows.add(row(action)));
    untouched(plan).forEach(module -> rows.add(row(module)));
    String headline = WarHeadline.of(plan.war(), paths);
    return rows.isEmpty()
        ? Stream.of(headline, "  no AMPs for it, no modules in it")
        : Stream.concat(
            Stream.of(headline),
            new TextTable(HEADERS, rows).lines(width - 2).stream().map(line -> "  " + line));
  }

  private static List<String> row(PlannedAction action) {
    return List.of(
        action.module().value(),
        action.from().map(ModuleVersion::text).orElse("-"),
        action.to().map(ModuleVersion::text).orElse("-"),
        action.name(),
        action.reason());
  }

  private static List<String> row(InstalledModule module) {
    return List.of(
        module.id().value(),
        module.module().version().text(),
        "-",
        "keep",
        "no AMP of it was found");
  }

  private static List<InstalledModule> untouched(WarPlan plan) {
    Set<ModuleId> touched =
        plan.actions().stream()
            .flatMap(action -> installed(action).stream())
            .map(InstalledModule::id)
            .collect(Collectors.toSet());
    return plan.war().modules().stream().filter(module -> !touched.contains(module.id())).toList();
  }

  private static Optional<InstalledModule> installed(PlannedAction action) {
    if (action instanceof Replace replace) {
      return Optional.of(replace.installed());
    }
    if (action instanceof Uninstall uninstall) {
      return Optional.of(uninstall.installed());
    }
    return action instanceof Skip skip ? Optional.of(skip.installed()) : Optional.empty();
  }
}
