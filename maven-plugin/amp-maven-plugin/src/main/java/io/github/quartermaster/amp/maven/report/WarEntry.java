package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One WAR, and what happens or happened to it.
 *
 * @param tier {@code repository} or {@code share}
 * @param product as its manifest names it; empty where it does not
 * @param version of the product, or null where the WAR does not tell
 * @param edition {@code Community} or {@code Enterprise}, or null where the WAR does not tell
 * @param changed whether it was changed, or, in a plan, would be
 * @param output where the result lies, or null where there is none yet
 * @param sizeBefore in bytes; of an exploded WAR the sum of its files
 * @param sizeAfter likewise, or null where nothing was done yet
 * @param backup the path of the backup that was made, or null
 * @param relations of the modules, once all is done
 */
public record WarEntry(
    String path,
    String tier,
    String product,
    @Nullable String version,
    @Nullable String edition,
    boolean exploded,
    boolean changed,
    @Nullable String output,
    long sizeBefore,
    @Nullable Long sizeAfter,
    @Nullable String backup,
    List<StepEntry> steps,
    RelationsEntry relations,
    List<ProblemEntry> problems) {
  /** Copies the lists. */
  public WarEntry {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  static WarEntry planned(WarPlan plan) {
    return of(plan, plan.changes(), null, size(plan.war()), null, null);
  }

  static WarEntry refused(WarPlan plan) {
    return of(plan, false, null, size(plan.war()), null, null);
  }

  static WarEntry applied(WarPlan plan, WarResult result) {
    return of(
        plan,
        result.changed(),
        result.result().toString(),
        result.sizeBefore(),
        result.sizeAfter(),
        result.backup().map(Path::toString).orElse(null));
  }

  private static WarEntry of(
      WarPlan plan,
      boolean changed,
      @Nullable String output,
      long sizeBefore,
      @Nullable Long sizeAfter,
      @Nullable String backup) {
    WarInventory war = plan.war();
    return new WarEntry(
        war.path().toString(),
        war.tier().toString(),
        war.product().title(),
        war.product().version().map(ReleaseVersion::text).orElse(null),
        war.product().edition().orElse(null),
        war.exploded(),
        changed,
        output,
        sizeBefore,
        sizeAfter,
        backup,
        plan.actions().stream().map(StepEntry::of).toList(),
        RelationsEntry.of(Amps.relations(plan)),
        ProblemEntry.listOf(plan.problems()));
  }

  private static long size(WarInventory war) {
    return war.exploded()
        ? war.files().values().stream().mapToLong(Fingerprint::size).sum()
        : war.stamp().size();
  }
}
