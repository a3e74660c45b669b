package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.model.WarComparison;
import io.github.quartermaster.amp.model.WarComparison.Change;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one WAR differs from another.
 *
 * @param schema {@value #SCHEMA}
 * @param same whether nothing differs
 * @param before the WAR that was compared with
 * @param after the other one
 */
public record CompareReport(
    String schema,
    boolean same,
    Instant startedAt,
    double elapsedSeconds,
    String before,
    String after,
    List<ChangeEntry> modules,
    List<ChangeEntry> libraries,
    List<ChangeEntry> files) {
  static final String SCHEMA = "quartermaster.amp.compare/1";

  /** Copies the lists. */
  public CompareReport {
    modules = List.copyOf(modules);
    libraries = List.copyOf(libraries);
    files = List.copyOf(files);
  }

  /** The report of a comparison. */
  public static CompareReport of(WarComparison found, Timing timing) {
    return new CompareReport(
        SCHEMA,
        found.isSame(),
        timing.startedAt(),
        timing.elapsedSeconds(),
        found.before().path().toString(),
        found.after().path().toString(),
        ChangeEntry.listOf(found.modules()),
        ChangeEntry.listOf(found.libraries()),
        ChangeEntry.listOf(found.files()));
  }

  /**
   * Something that differs.
   *
   * @param kind {@code added}, {@code removed}, {@code newer}, {@code older} or {@code changed}
   * @param name a module's id, a library's name, a file's path
   * @param before a module's version, the name of a library's file, or null
   * @param after likewise
   */
  public record ChangeEntry(
      String kind, String name, @Nullable String before, @Nullable String after) {
    static List<ChangeEntry> listOf(List<Change> changes) {
      return changes.stream()
          .map(
              change ->
                  new ChangeEntry(
                      change.kind().name().toLowerCase(Locale.ROOT),
                      change.name(),
                      change.before().orElse(null),
                      change.after().orElse(null)))
          .toList();
    }
  }
}
