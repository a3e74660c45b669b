package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.VerifyResult;
import io.github.quartermaster.amp.model.LibraryModule;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.WarHealth;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code amp:verify} found.
 *
 * @param schema {@value #SCHEMA}
 * @param clean whether nothing was found at all
 * @param refused whether the build failed because of what was found
 */
public record HealthReport(
    String schema,
    boolean clean,
    boolean refused,
    Instant startedAt,
    double elapsedSeconds,
    List<WarFindings> wars) {
  static final String SCHEMA = "quartermaster.amp.verify/1";

  /** Copies the list. */
  public HealthReport {
    wars = List.copyOf(wars);
  }

  /** The report of a result. */
  public static HealthReport of(VerifyResult result, boolean refused, Timing timing) {
    return new HealthReport(
        SCHEMA,
        result.problems().isEmpty(),
        refused,
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.wars().stream().map(WarFindings::of).toList());
  }

  /**
   * A WAR and what was found of it.
   *
   * @param tier {@code repository} or {@code share}
   * @param product as its manifest names it; empty where it does not
   * @param version of the product, or null where the WAR does not tell
   * @param edition {@code Community} or {@code Enterprise}, or null where the WAR does not tell
   * @param checkedFiles how many files were compared with what was installed
   * @param uncheckedFiles how many could not be, since no installer noted what it wrote
   * @param libraryModules modules inside of libraries
   * @param relations of its modules
   */
  public record WarFindings(
      String path,
      String tier,
      String product,
      @Nullable String version,
      @Nullable String edition,
      boolean exploded,
      int checkedFiles,
      int uncheckedFiles,
      List<LibraryModuleEntry> libraryModules,
      RelationsEntry relations,
      List<FindingEntry> findings) {
    /** Copies the lists. */
    public WarFindings {
      libraryModules = List.copyOf(libraryModules);
      findings = List.copyOf(findings);
    }

    static WarFindings of(WarHealth health) {
      WarInventory war = health.war();
      return new WarFindings(
          war.path().toString(),
          war.tier().toString(),
          war.product().title(),
          war.product().version().map(ReleaseVersion::text).orElse(null),
          war.product().edition().orElse(null),
          war.exploded(),
          health.checkedFiles(),
          health.uncheckedFiles(),
          health.evidence().libraryModules().stream().map(LibraryModuleEntry::of).toList(),
          RelationsEntry.of(Amps.relations(war)),
          FindingEntry.listOf(health.findings()));
    }
  }

  /**
   * A module that is on the class path inside a library.
   *
   * @param library the library's path in the WAR
   */
  public record LibraryModuleEntry(String library, String module, String version) {
    static LibraryModuleEntry of(LibraryModule module) {
      return new LibraryModuleEntry(
          module.library(), module.module().id().value(), module.module().version().text());
    }
  }
}
