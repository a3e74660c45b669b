package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.LatestResult;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.AvailableModule.Installation;
import io.github.quartermaster.amp.model.AvailableModule.Status;
import io.github.quartermaster.maven.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The newest AMP of each module as a table, beside what is installed where WARs were looked at. */
public final class LatestText {
  private static final List<String> HEADERS = List.of("MODULE", "TIER", "NEWEST", "FILE", "OTHERS");
  private static final List<String> WITH_WARS =
      List.of("MODULE", "TIER", "NEWEST", "FILE", "OTHERS", "INSTALLED", "WAR", "STATUS");

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public LatestText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /**
   * The lines; none where there are no modules.
   *
   * @param withWars whether WARs were looked at
   */
  public List<String> lines(LatestResult result, boolean withWars) {
    List<List<String>> rows = new ArrayList<>();
    for (AvailableModule module : result.modules()) {
      if (withWars) {
        rows.addAll(rowsWithWars(module));
      } else {
        rows.add(columns(module));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : new TextTable(withWars ? WITH_WARS : HEADERS, rows).lines(width);
  }

  private List<String> columns(AvailableModule module) {
    return List.of(
        module.key().id().value(),
        module.key().tier().toString(),
        module.newest().map(amp -> amp.module().version().text()).orElse("-"),
        module.newest().map(amp -> paths.shown(amp.location())).orElse("-"),
        others(module.others()));
  }

  private List<List<String>> rowsWithWars(AvailableModule module) {
    List<List<String>> rows = new ArrayList<>();
    List<String> first = columns(module);
    if (module.installations().isEmpty()) {
      rows.add(joined(first, List.of("-", "-", "not installed")));
    }
    for (Installation installation : module.installations()) {
      List<String> start = rows.isEmpty() ? first : List.of("", "", "", "", "");
      rows.add(joined(start, columns(installation)));
    }
    return rows;
  }

  private List<String> columns(Installation installation) {
    return List.of(
        installation.module().module().version().text(),
        paths.shown(installation.war()),
        status(installation.status()));
  }

  private static String others(List<AmpFile> others) {
    return others.isEmpty()
        ? "-"
        : others.stream()
            .map(amp -> amp.module().version().text())
            .collect(Collectors.joining(", "));
  }

  private static String status(Status status) {
    return switch (status) {
      case OUTDATED -> "outdated";
      case CURRENT -> "current";
      case AHEAD -> "newer than any AMP";
      case UNMATCHED -> "no AMP found";
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
