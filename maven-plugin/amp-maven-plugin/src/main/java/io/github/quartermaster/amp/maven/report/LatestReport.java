package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.LatestResult;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.AvailableModule.Installation;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The newest AMP of each module, and how it stands to what is installed.
 *
 * @param schema {@value #SCHEMA}
 */
public record LatestReport(
    String schema,
    Instant startedAt,
    double elapsedSeconds,
    List<ModuleEntry> modules,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.amp.latest/1";

  /** Copies the lists. */
  public LatestReport {
    modules = List.copyOf(modules);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static LatestReport of(LatestResult result, Timing timing) {
    return new LatestReport(
        SCHEMA,
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.modules().stream().map(ModuleEntry::of).toList(),
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * A module.
   *
   * @param tier {@code repository} or {@code share}
   * @param newest the AMP of the highest version, or null where the module is only installed
   * @param others its other AMPs, newest first
   */
  public record ModuleEntry(
      String module,
      String tier,
      @Nullable FileEntry newest,
      List<FileEntry> others,
      List<InstallationEntry> installations) {
    /** Copies the lists. */
    public ModuleEntry {
      others = List.copyOf(others);
      installations = List.copyOf(installations);
    }

    static ModuleEntry of(AvailableModule module) {
      return new ModuleEntry(
          module.key().id().value(),
          module.key().tier().toString(),
          module.newest().map(FileEntry::of).orElse(null),
          module.others().stream().map(FileEntry::of).toList(),
          module.installations().stream().map(InstallationEntry::of).toList());
    }
  }

  /** An AMP. */
  public record FileEntry(String path, String version) {
    static FileEntry of(AmpFile amp) {
      return new FileEntry(amp.location().toString(), amp.module().version().text());
    }
  }

  /**
   * A module in a WAR.
   *
   * @param war the path of the WAR
   * @param module its id there; another one where an alias relates it
   * @param status {@code outdated}, {@code current}, {@code ahead} or {@code unmatched}
   */
  public record InstallationEntry(String war, String module, String version, String status) {
    static InstallationEntry of(Installation installation) {
      return new InstallationEntry(
          installation.war().toString(),
          installation.module().id().value(),
          installation.module().module().version().text(),
          installation.status().name().toLowerCase(Locale.ROOT));
    }
  }
}
