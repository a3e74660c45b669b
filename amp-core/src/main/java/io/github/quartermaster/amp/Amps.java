package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.model.ProblemCode.INVALID_REQUEST;
import static io.github.quartermaster.amp.model.ProblemCode.NO_AMPS;
import static java.util.function.Predicate.not;

import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.internal.file.OpenArchives;
import io.github.quartermaster.amp.internal.plan.AmpFindings;
import io.github.quartermaster.amp.internal.plan.ApplyPlanner;
import io.github.quartermaster.amp.internal.plan.HealthCheck;
import io.github.quartermaster.amp.internal.plan.InstalledComparison;
import io.github.quartermaster.amp.internal.plan.LatestPicker;
import io.github.quartermaster.amp.internal.plan.LatestPicker.Picks;
import io.github.quartermaster.amp.internal.plan.Relations;
import io.github.quartermaster.amp.internal.plan.RepairPlanner;
import io.github.quartermaster.amp.internal.plan.RollbackPlanner;
import io.github.quartermaster.amp.internal.plan.RollbackPlanner.Choice;
import io.github.quartermaster.amp.internal.plan.UninstallPlanner;
import io.github.quartermaster.amp.internal.plan.WarComparer;
import io.github.quartermaster.amp.internal.plan.lint.Allowances;
import io.github.quartermaster.amp.internal.plan.lint.Allowances.Sorted;
import io.github.quartermaster.amp.internal.plan.lint.Linter;
import io.github.quartermaster.amp.internal.read.AmpReader;
import io.github.quartermaster.amp.internal.read.AmpScanner;
import io.github.quartermaster.amp.internal.read.AmpScanner.Found;
import io.github.quartermaster.amp.internal.read.AmpScanner.Scan;
import io.github.quartermaster.amp.internal.read.EarlyReading;
import io.github.quartermaster.amp.internal.read.EvidenceReader;
import io.github.quartermaster.amp.internal.read.LibraryReader;
import io.github.quartermaster.amp.internal.read.LintReader;
import io.github.quartermaster.amp.internal.read.SameFiles;
import io.github.quartermaster.amp.internal.read.WarReader;
import io.github.quartermaster.amp.internal.run.ApplyRunner;
import io.github.quartermaster.amp.internal.run.RollbackRunner;
import io.github.quartermaster.amp.internal.run.RunOptions;
import io.github.quartermaster.amp.internal.run.RunResult;
import io.github.quartermaster.amp.internal.run.RunResult.WarOutcome;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpListener;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.LintedWar;
import io.github.quartermaster.amp.model.ModuleRelations;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarComparison;
import io.github.quartermaster.amp.model.WarEvidence;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.amp.model.WarRepair;
import io.github.quartermaster.amp.model.WarRollback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The front door: finds the newest AMPs, plans what they would change in Alfresco and Share WARs,
 * and applies them.
 *
 * <pre>{@code
 * AmpSources sources = AmpSources.directories(Path.of("amps"));
 * ApplyRequest request =
 *     ApplyRequest.builder(sources, List.of(Path.of("alfresco.war"), Path.of("share.war"))).build();
 * ApplyResult result = new Amps().apply(request);
 * result.problems().forEach(System.err::println);
 * System.out.println(result.changed() ? "changed" : "nothing to do");
 * }</pre>
 *
 * <p>What is wrong with AMPs and WARs is told by {@link Problem}s in the results; an {@link
 * AmpException} means that the job could not be done, and that the WARs are as they were unless its
 * code is {@code SWAP_INCOMPLETE}.
 *
 * <p>Safe for use by several threads, as far as the listener is. Two calls on one WAR at a time,
 * also from two processes, do not harm it: the second is refused.
 */
public final class Amps {
  private final AmpListener listener;
  private final Clock clock;

  /** A front door that tells nobody what it does, by the system's clock. */
  public Amps() {
    this(AmpListener.SILENT, Clock.systemUTC());
  }

  /**
   * A front door with a listener.
   *
   * @param clock gives install dates and the names of backups
   */
  public Amps(AmpListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Finds the newest AMP of each module, and compares it with what is installed.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public LatestResult latest(LatestRequest request) {
    Scan scan = scan(request.sources(), request.limits());
    WarReader reader = new WarReader(request.sources().tiers(), request.limits());
    List<WarInventory> wars = read(request.wars(), war -> reader.read(war, Set.of()));
    Picks picks = LatestPicker.pick(scan.amps());
    List<Problem> problems = new ArrayList<>(scan.problems());
    problems.addAll(picks.problems());
    scan.amps().forEach(amp -> problems.addAll(AmpFindings.thatMatter(amp, wars)));
    wars.forEach(war -> problems.addAll(war.findings()));
    return new LatestResult(InstalledComparison.compare(picks, wars), problems);
  }

  /**
   * Says what an {@link #apply} would do, and why. Changes nothing.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public ApplyPlan plan(ApplyRequest request) {
    return plan(request, OpenArchives.none());
  }

  private ApplyPlan plan(ApplyRequest request, OpenArchives open) {
    checkWars(request.wars());
    WarReader reader = new WarReader(request.sources().tiers(), request.limits(), open);
    Scan scan;
    List<WarInventory> wars;
    try (EarlyReading early = new EarlyReading(reader, request.wars())) {
      scan = scan(request.sources(), request.limits());
      Set<String> compared = new HashSet<>();
      scan.amps().forEach(amp -> compared.addAll(amp.files().keySet()));
      wars = read(request.wars(), war -> early.read(war, compared));
    }
    Instant now = request.fixedTime().orElseGet(clock::instant);
    ApplyPlan planned = new ApplyPlanner(request.rules(), now).plan(scan.amps(), wars);
    List<Problem> problems = new ArrayList<>(scan.problems());
    problems.addAll(planned.problems());
    ApplyPlan plan = new ApplyPlan(planned.wars(), problems);
    listener.on(new AmpEvent.Planned(plan));
    return plan;
  }

  /**
   * Brings each WAR to the newest version of every AMP found: all WARs or none, in one rewrite
   * each, with a backup. Before that, finishes or undoes what an interrupted call left. Where the
   * plan is refused, or where there is nothing to do, writes nothing.
   *
   * @throws AmpException if it could not be done; see {@link Amps} for what that means
   */
  public ApplyResult apply(ApplyRequest request) {
    WriteSettings settings =
        new WriteSettings(
            request.output(),
            request.backups(),
            request.keepBackups(),
            request.timestamp(),
            request.sources().tiers(),
            request.limits());
    return carryOut(request.wars(), settings, open -> plan(request, open));
  }

  /**
   * Says what an {@link #uninstall} would do. Changes nothing.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public ApplyPlan planUninstall(UninstallRequest request) {
    return planUninstall(request, OpenArchives.none());
  }

  private ApplyPlan planUninstall(UninstallRequest request, OpenArchives open) {
    checkWars(request.wars());
    if (request.modules().isEmpty()) {
      throw new AmpException(
          Problem.error(
              INVALID_REQUEST,
              "modules",
              "tried to plan an uninstall; no module is named",
              "Name the modules that are to go"));
    }
    WriteSettings settings = request.settings();
    WarReader reader = new WarReader(settings.tiers(), settings.limits(), open);
    List<WarInventory> wars = read(request.wars(), reader::readRecorded);
    ApplyPlan plan = new UninstallPlanner(request.modules(), request.ignoreDependants()).plan(wars);
    listener.on(new AmpEvent.Planned(plan));
    return plan;
  }

  /**
   * Takes modules out of WARs, and lets what they had overwritten show again: all WARs or none, in
   * one rewrite each, with a backup. Before that, finishes or undoes what an interrupted call left.
   * Where the plan is refused, or where there is nothing to do, writes nothing.
   *
   * @throws AmpException if it could not be done; see {@link Amps} for what that means
   */
  public ApplyResult uninstall(UninstallRequest request) {
    return carryOut(request.wars(), request.settings(), open -> planUninstall(request, open));
  }

  private ApplyResult carryOut(
      List<Path> wars, WriteSettings settings, Function<OpenArchives, ApplyPlan> planning) {
    try (OpenArchives open = new OpenArchives()) {
      return carryOut(wars, settings, planning, open);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // closing what was read only
    }
  }

  private ApplyResult carryOut(
      List<Path> wars,
      WriteSettings settings,
      Function<OpenArchives, ApplyPlan> planning,
      OpenArchives open) {
    long start = System.nanoTime();
    ApplyRunner runner = new ApplyRunner(options(settings), listener, clock);
    List<Problem> warnings = new ArrayList<>(runner.recover(wars));
    ApplyPlan plan = planning.apply(open);
    List<WarResult> results = List.of();
    if (!plan.isRefused()) {
      RunResult run = runner.run(plan, open);
      warnings.addAll(run.warnings());
      results = run.wars().stream().map(Amps::result).toList();
    }
    return new ApplyResult(plan, results, warnings, Duration.ofNanos(System.nanoTime() - start));
  }

  private static RunOptions options(WriteSettings settings) {
    return new RunOptions(
        settings.output(),
        settings.backups(),
        settings.keepBackups(),
        settings.timestamp(),
        settings.limits());
  }

  /**
   * Compares WARs with what their modules' installers recorded. Changes nothing.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public VerifyResult verify(VerifyRequest request) {
    return new VerifyResult(
        evidence(request.wars(), request.tiers(), request.limits()).stream()
            .map(HealthCheck::check)
            .toList());
  }

  /**
   * Says what a {@link #repair} would do. Changes nothing.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public List<WarRepair> planRepair(RepairRequest request) {
    WriteSettings settings = request.settings();
    RepairPlanner planner = new RepairPlanner(settings.fixedTime().orElseGet(clock::instant));
    List<WarRepair> repairs =
        evidence(request.wars(), settings.tiers(), settings.limits()).stream()
            .map(planner::plan)
            .toList();
    listener.on(new AmpEvent.RepairPlanned(repairs));
    return repairs;
  }

  /**
   * Mends what can be mended safely: all WARs or none, in one rewrite each, with a backup. What an
   * interrupted call left is finished or undone first. Where there is nothing to mend, writes
   * nothing.
   *
   * @throws AmpException if it could not be done; see {@link Amps} for what that means
   */
  public RepairResult repair(RepairRequest request) {
    List<Path> finished = new ArrayList<>();
    AmpListener heard =
        event -> {
          if (event instanceof AmpEvent.Recovered recovered) {
            finished.add(recovered.war());
          }
          listener.on(event);
        };
    List<WarRepair> repairs = new ArrayList<>();
    Amps door = new Amps(heard, clock);
    ApplyResult result =
        door.carryOut(
            request.wars(),
            request.settings(),
            open -> {
              repairs.addAll(door.planRepair(request));
              return new ApplyPlan(
                  repairs.stream()
                      .map(
                          repair ->
                              new WarPlan(
                                  repair.health().war(), List.of(), repair.edit(), List.of()))
                      .toList(),
                  List.of());
            });
    return new RepairResult(repairs, finished, result.wars(), result.warnings(), result.elapsed());
  }

  /**
   * Says what a {@link #rollback} would do, and which backups there are. Changes nothing.
   *
   * @throws AmpException if a WAR, or the folder of its backups, cannot be read
   */
  public List<WarRollback> planRollback(RollbackRequest request) {
    checkWars(request.wars());
    RollbackRunner runner = new RollbackRunner(options(request.settings()), listener, clock);
    List<WarRollback> rollbacks = new ArrayList<>();
    for (Path war : request.wars()) {
      rollbacks.add(planRollback(war, runner.backups(war), request));
    }
    listener.on(new AmpEvent.RollbackPlanned(rollbacks));
    return rollbacks;
  }

  private WarRollback planRollback(Path war, List<BackupFile> backups, RollbackRequest request) {
    WriteSettings settings = request.settings();
    Choice choice = chooseBackup(war, backups, request);
    if (choice.chosen().isEmpty()) {
      WarInventory now = new WarReader(settings.tiers(), settings.limits()).read(war, Set.of());
      return RollbackPlanner.refused(now, backups, choice.why().orElseThrow());
    }
    BackupFile chosen = choice.chosen().get();
    WarInventory former = former(war, chosen, settings);
    WarInventory now = present(war, former, settings);
    listener.on(new AmpEvent.WarRead(now));
    return RollbackPlanner.plan(now, backups, chosen, former, SameFiles.are(war, chosen.file()));
  }

  private static Choice chooseBackup(Path war, List<BackupFile> backups, RollbackRequest request) {
    String named = request.named().orElse(null);
    if (named != null && request.wars().size() == 1) {
      Path file = Path.of(named);
      if (Files.isRegularFile(file)) {
        return new Choice(new BackupFile(file, null, file.toFile().length()), null);
      }
    }
    return RollbackPlanner.choose(war, backups, named);
  }

  /** A backup does not have its WAR's name, by which the user may have told the tier. */
  private static WarInventory former(Path war, BackupFile backup, WriteSettings settings) {
    Map<String, Tier> tiers = new HashMap<>(settings.tiers());
    Tier told = tiers.get(String.valueOf(war.getFileName()));
    if (told != null) {
      tiers.put(String.valueOf(backup.file().getFileName()), told);
    }
    return new WarReader(tiers, settings.limits()).read(backup.file(), Set.of());
  }

  /** A packed WAR that is broken or gone can be put back all the same. */
  private static WarInventory present(Path war, WarInventory former, WriteSettings settings) {
    WarReader reader = new WarReader(settings.tiers(), settings.limits());
    if (Files.isDirectory(war)) {
      return reader.read(war, former.files().keySet());
    }
    try {
      return reader.read(war, Set.of());
    } catch (AmpException broken) {
      boolean packed =
          Files.isRegularFile(war) || war.toString().toLowerCase(Locale.ROOT).endsWith(".war");
      if (!packed) {
        throw broken;
      }
      return WarReader.unread(war, former);
    }
  }

  /**
   * Puts backups in the place of WARs: all or none. What a WAR was until then is kept as a backup
   * in turn, so that the next rollback takes this one back. Where a problem is an error, or where
   * the WARs are their backups already, writes nothing.
   *
   * @throws AmpException if it could not be done; see {@link Amps} for what that means
   */
  public RollbackResult rollback(RollbackRequest request) {
    long start = System.nanoTime();
    RunOptions options = options(request.settings().withOutputDirectory(null));
    List<Problem> warnings =
        new ArrayList<>(new ApplyRunner(options, listener, clock).recover(request.wars()));
    List<WarRollback> rollbacks = planRollback(request);
    List<WarResult> wars = List.of();
    if (!RollbackPlanner.isRefused(rollbacks)) {
      RunResult run = new RollbackRunner(options, listener, clock).run(rollbacks);
      warnings.addAll(run.warnings());
      wars = run.wars().stream().map(Amps::result).toList();
    }
    return new RollbackResult(
        rollbacks, wars, warnings, Duration.ofNanos(System.nanoTime() - start));
  }

  private List<WarEvidence> evidence(
      List<Path> wars, Map<String, Tier> tiers, ArchiveLimits limits) {
    checkWars(wars);
    EvidenceReader reader = new EvidenceReader(new WarReader(tiers, limits), limits);
    List<WarEvidence> evidence = new ArrayList<>();
    for (Path war : wars) {
      WarEvidence read = reader.read(war);
      listener.on(new AmpEvent.WarRead(read.war()));
      evidence.add(read);
    }
    return evidence;
  }

  /**
   * Lists the modules of WARs.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public ListResult list(ListRequest request) {
    WarReader reader = new WarReader(request.tiers(), request.limits());
    return new ListResult(read(request.wars(), war -> reader.read(war, Set.of())));
  }

  /**
   * Lists the modules of WARs and their libraries, which are read whole.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public InventoryResult inventory(ListRequest request) {
    LibraryReader reader = new LibraryReader(request.limits());
    return new InventoryResult(list(request).wars().stream().map(reader::read).toList());
  }

  /**
   * Says how one WAR differs from another: by module, by library, by file.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public WarComparison compare(CompareRequest request) {
    WarReader reader = new WarReader(request.tiers(), request.limits());
    List<Path> paths = List.of(request.before(), request.after());
    List<WarInventory> wars = read(paths, war -> reader.read(war, Set.of()));
    if (wars.stream().anyMatch(WarInventory::exploded)) {
      Set<String> all = new HashSet<>();
      wars.forEach(war -> all.addAll(war.files().keySet()));
      wars = wars.stream().map(war -> war.exploded() ? reader.read(war.path(), all) : war).toList();
    }
    return WarComparer.compare(wars.get(0), wars.get(1));
  }

  /**
   * How the modules of a WAR will stand to each other once a plan is carried out: who needs whom,
   * and who lies over whose files. Asks nobody.
   */
  public static ModuleRelations relations(WarPlan plan) {
    return Relations.of(plan);
  }

  /** Likewise of a WAR as it is. */
  public static ModuleRelations relations(WarInventory war) {
    return Relations.of(war);
  }

  /**
   * Judges AMPs for those who make them: each for itself, with the WARs that they go to, and with
   * one another. Changes nothing.
   *
   * @throws AmpException if a WAR cannot be read
   */
  public LintResult lint(LintRequest request) {
    LintReader reader = new LintReader(request.tiers(), request.limits());
    List<Path> folders = request.amps().stream().filter(LintReader::isTrawled).toList();
    List<Path> single = request.amps().stream().filter(not(LintReader::isTrawled)).toList();
    Found found =
        new AmpScanner(new AmpReader(request.tiers(), request.limits()), listener, Severity.ERROR)
            .find(folders, single);
    List<LintedAmp> amps = found.locations().stream().map(reader::readAmp).toList();
    Set<String> compared = new HashSet<>();
    for (LintedAmp linted : amps) {
      linted
          .amp()
          .ifPresent(
              amp -> {
                compared.addAll(amp.files().keySet());
                listener.on(new AmpEvent.AmpRead(amp));
              });
    }
    List<LintedWar> wars = new ArrayList<>();
    read(
        request.wars(),
        path -> {
          LintedWar war = reader.readWar(path, compared);
          wars.add(war);
          return war.war();
        });
    Sorted sorted = Allowances.sort(Linter.lint(amps, wars), request.allowed());
    return new LintResult(
        amps, sorted.findings(), sorted.allowed(), sorted.unused(), found.problems());
  }

  private static WarResult result(WarOutcome outcome) {
    return new WarResult(
        outcome.war(),
        outcome.result(),
        outcome.changed(),
        outcome.sizeBefore(),
        outcome.sizeAfter(),
        outcome.backup());
  }

  private Scan scan(AmpSources sources, ArchiveLimits limits) {
    Severity ofUnreadable = sources.failOnUnreadable() ? Severity.ERROR : Severity.WARNING;
    Scan scan =
        new AmpScanner(new AmpReader(sources.tiers(), limits), listener, ofUnreadable)
            .scan(sources.directories(), sources.files());
    if (!scan.amps().isEmpty() || !scan.problems().isEmpty()) {
      return scan;
    }
    return new Scan(
        List.<AmpFile>of(),
        List.of(
            Problem.warning(
                NO_AMPS,
                sources.directories(),
                "looked for AMPs in " + places(sources) + " and found none",
                "Put AMPs there, or name other places")));
  }

  private static String places(AmpSources sources) {
    return sources.directories().isEmpty() ? "no folder at all" : sources.directories().toString();
  }

  private List<WarInventory> read(Collection<Path> wars, Function<Path, WarInventory> reader) {
    List<WarInventory> inventories = new ArrayList<>();
    for (Path war : wars) {
      WarInventory inventory = reader.apply(war);
      listener.on(new AmpEvent.WarRead(inventory));
      inventories.add(inventory);
    }
    return inventories;
  }

  private static void checkWars(List<Path> wars) {
    Set<Path> seen = new HashSet<>();
    for (Path war : wars) {
      if (!seen.add(war.toAbsolutePath().normalize())) {
        throw new AmpException(
            Problem.error(
                INVALID_REQUEST,
                war,
                "tried to plan for " + war + "; the WAR is named twice",
                "Name it once"));
      }
    }
    if (wars.isEmpty()) {
      throw new AmpException(
          Problem.error(
              INVALID_REQUEST,
              "wars",
              "tried to plan; no WAR is named",
              "Name the WARs that the AMPs go to"));
    }
  }
}
