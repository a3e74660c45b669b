package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.file.OpenArchives;
import io.github.quartermaster.amp.internal.run.RunResult.WarOutcome;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Carries a plan out: all WARs of it change, or none does.
 *
 * <p>Wherever the process is killed, each packed WAR is there whole, the old or the new, and {@link
 * #recover} finishes or undoes the rest. An exploded WAR is many files; killed in the instant of
 * the swap it holds some of each until then.
 */
public final class ApplyRunner {
  private final Disk disk;
  private final RunOptions options;
  private final AmpListener listener;
  private final Clock clock;

  /**
   * A runner for one call of the front door.
   *
   * @param clock gives the names of backups, and the times of entries where no fixed one is wanted
   */
  public ApplyRunner(RunOptions options, AmpListener listener, Clock clock) {
    this(new LocalDisk(), options, listener, clock);
  }

  ApplyRunner(Disk disk, RunOptions options, AmpListener listener, Clock clock) {
    this.disk = disk;
    this.options = options;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Finishes or undoes what an interrupted run left at these WARs. To be called before they are
   * read; writes nothing where nothing is left.
   *
   * @param wars as the user named them; one that is not there is passed over
   * @return warnings
   * @throws AmpException if another run is at work on one of them ({@link ProblemCode#WAR_LOCKED}),
   *     or if what was left can be neither finished nor undone ({@link
   *     ProblemCode#SWAP_INCOMPLETE})
   */
  public List<Problem> recover(List<Path> wars) {
    SortedSet<WarTarget> places = new TreeSet<>();
    for (Path war : wars) {
      Optional<WarTarget> target = target(war);
      if (target.isPresent()) {
        places.add(target.get());
        if (options.makesBackups()) {
          places.add(BackupPlace.of(target.get(), options.backups()).target());
        }
      }
    }
    List<Problem> warnings = new ArrayList<>();
    new Recovery(disk, listener, warnings::add).recover(places);
    return warnings;
  }

  /**
   * Carries a plan out.
   *
   * @throws IllegalArgumentException if a problem forbids it
   * @throws AmpException if it could not be done. All WARs are as before, unless the code is {@link
   *     ProblemCode#SWAP_INCOMPLETE}: then the next call of {@link #recover} finishes it
   */
  public RunResult run(ApplyPlan plan) {
    return run(plan, OpenArchives.none());
  }

  /**
   * Carries a plan out, and takes WARs from those that planning has left open.
   *
   * @throws IllegalArgumentException if a problem forbids it
   * @throws AmpException as {@link #run(ApplyPlan)} does
   */
  public RunResult run(ApplyPlan plan, OpenArchives open) {
    if (plan.isRefused()) {
      throw new IllegalArgumentException("a plan that is refused cannot be carried out");
    }
    List<WarJob> jobs = jobs(plan);
    List<Problem> warnings = new ArrayList<>();
    Map<Path, WarOutcome> outcomes = new HashMap<>();
    if (!jobs.isEmpty()) {
      new ApplyTransaction(disk, options, listener, clock, warnings::add, open)
          .run(jobs)
          .forEach(outcome -> outcomes.put(outcome.war(), outcome));
    }
    List<WarOutcome> wars = new ArrayList<>();
    for (WarPlan war : plan.wars()) {
      WarOutcome outcome = outcomes.get(war.war().path());
      wars.add(outcome == null ? untouched(war.war()) : outcome);
    }
    return new RunResult(wars, warnings);
  }

  private Optional<WarTarget> target(Path war) {
    Path absolute = war.toAbsolutePath().normalize();
    Path output = options.outputDirectory().orElse(null);
    Path name = absolute.getFileName();
    Path place = output == null || name == null ? absolute : output.toAbsolutePath().resolve(name);
    Path folder = place.getParent();
    try {
      return folder == null || !Files.isDirectory(folder)
          ? Optional.empty()
          : Optional.of(WarTarget.of(place));
    } catch (IOException failure) {
      throw Failures.of(ProblemCode.WRITE_FAILED, war, "find the place of " + war, failure);
    }
  }

  private List<WarJob> jobs(ApplyPlan plan) {
    options.outputDirectory().ifPresent(this::createOutput);
    List<WarJob> jobs = new ArrayList<>();
    Set<WarTarget> targets = new TreeSet<>();
    for (WarPlan war : plan.wars()) {
      if (!war.changes() && options.output() == null) {
        continue;
      }
      Path path = war.war().path();
      WarTarget target = target(path).orElseThrow(() -> notThere(path));
      if (!targets.add(target)) {
        throw refused(path, "two WARs of the request lead to " + target, "Name each WAR once");
      }
      if (options.output() != null) {
        refuseToOverwrite(path, target);
      }
      jobs.add(
          new WarJob(
              war,
              target,
              options.output() == null ? BackupPlace.of(target, options.backups()) : null));
    }
    return jobs;
  }

  private void createOutput(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        disk.createFolders(folder);
      }
    } catch (IOException failure) {
      throw Failures.of(
          ProblemCode.WRITE_FAILED, folder, "make the output directory " + folder, failure);
    }
  }

  private static void refuseToOverwrite(Path war, WarTarget target) {
    try {
      if (Files.exists(target.path()) && Files.isSameFile(war, target.path())) {
        throw refused(
            war,
            "the output directory is the WAR's own",
            "Name another, or none to change it there");
      }
    } catch (IOException failure) {
      throw Failures.of(ProblemCode.WRITE_FAILED, war, "compare " + war, failure);
    }
  }

  private static AmpException notThere(Path war) {
    return Failures.refused(
        ProblemCode.WAR_CHANGED,
        war,
        "tried to write " + war + "; its folder is gone",
        "No WAR was changed. Run again");
  }

  private static AmpException refused(Path war, String why, String remedy) {
    return Failures.refused(
        ProblemCode.INVALID_REQUEST, war, "tried to write " + war + "; " + why, remedy);
  }

  private static WarOutcome untouched(WarInventory war) {
    long size = WarSize.of(war);
    return new WarOutcome(war.path(), war.path(), false, size, size, null);
  }
}
