package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The modules of some WARs.
 *
 * @param schema {@value #SCHEMA}
 */
public record ListReport(
    String schema, Instant startedAt, double elapsedSeconds, List<WarModules> wars) {
  static final String SCHEMA = "quartermaster.amp.list/1";

  /** Copies the list. */
  public ListReport {
    wars = List.copyOf(wars);
  }

  /** The report of a result. */
  public static ListReport of(ListResult result, Timing timing) {
    return new ListReport(
        SCHEMA,
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.wars().stream().map(WarModules::of).toList());
  }

  /**
   * A WAR and its modules.
   *
   * @param tier {@code repository} or {@code share}
   * @param product as its manifest names it; empty where it does not
   * @param version of the product, or null where the WAR does not tell
   * @param edition {@code Community} or {@code Enterprise}, or null where the WAR does not tell
   */
  public record WarModules(
      String path,
      String tier,
      String product,
      @Nullable String version,
      @Nullable String edition,
      boolean exploded,
      List<ModuleEntry> modules,
      List<ProblemEntry> problems) {
    /** Copies the lists. */
    public WarModules {
      modules = List.copyOf(modules);
      problems = List.copyOf(problems);
    }

    static WarModules of(WarInventory war) {
      return new WarModules(
          war.path().toString(),
          war.tier().toString(),
          war.product().title(),
          war.product().version().map(ReleaseVersion::text).orElse(null),
          war.product().edition().orElse(null),
          war.exploded(),
          war.modules().stream().map(ModuleEntry::of).toList(),
          ProblemEntry.listOf(war.findings()));
    }
  }

  /**
   * An installed module.
   *
   * @param installDate when it was installed, or null where nothing says so
   * @param files how many files it brought, or null where no installer recorded them
   * @param state what Alfresco is told of it, usually {@code installed}
   */
  public record ModuleEntry(
      String module,
      String version,
      String title,
      String description,
      @Nullable Instant installDate,
      @Nullable Integer files,
      String state) {
    static ModuleEntry of(InstalledModule installed) {
      return new ModuleEntry(
          installed.id().value(),
          installed.module().version().text(),
          installed.module().title(),
          installed.module().description(),
          installed.installDate().orElse(null),
          installed.modifications().map(changes -> changes.files().size()).orElse(null),
          installed.state().name().toLowerCase(Locale.ROOT));
    }
  }
}
