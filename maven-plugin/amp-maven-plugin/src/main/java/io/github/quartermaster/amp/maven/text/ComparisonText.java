package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.model.WarComparison;
import io.github.quartermaster.amp.model.WarComparison.Change;
import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one WAR differs from another, as tables. */
public final class ComparisonText {
  private static final int FILES_SHOWN = 40;

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public ComparisonText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(WarComparison found) {
    List<String> lines = new ArrayList<>();
    lines.add("before: " + WarHeadline.of(found.before(), paths));
    lines.add("after:  " + WarHeadline.of(found.after(), paths));
    lines.addAll(table("MODULE", found.modules()));
    lines.addAll(table("LIBRARY", found.libraries()));
    List<Change> shown = found.files().stream().limit(FILES_SHOWN).toList();
    if (!shown.isEmpty()) {
      lines.addAll(
          indented(
              new TextTable(
                  List.of("CHANGE", "FILE"),
                  shown.stream().map(file -> List.of(kind(file), file.name())).toList())));
    }
    if (found.files().size() > FILES_SHOWN) {
      lines.add("  and " + (found.files().size() - FILES_SHOWN) + " more, see the report");
    }
    return lines;
  }

  /** How many of what differ, in one line without a final stop. */
  public String closing(WarComparison found) {
    String wars = paths.shown(found.after().path()) + " and " + paths.shown(found.before().path());
    return found.isSame()
        ? "No difference between " + wars
        : Stream.of(
                    counted(found.modules(), "module", "modules"),
                    counted(found.libraries(), "library", "libraries"),
                    counted(found.files(), "other file", "other files"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.toList(), Wording::row))
            + " between "
            + wars
            + " differ";
  }

  private static String counted(List<Change> changes, String one, String many) {
    return changes.isEmpty() ? "" : changes.size() + " " + (changes.size() == 1 ? one : many);
  }

  private List<String> table(String header, List<Change> changes) {
    return changes.isEmpty()
        ? List.of()
        : indented(
            new TextTable(
                List.of(header, "BEFORE", "AFTER", "CHANGE"),
                changes.stream()
                    .map(
                        change ->
                            List.of(
                                change.name(),
                                change.before().orElse("-"),
                                change.after().orElse("-"),
                                kind(change)))
                    .toList()));
  }

  private List<String> indented(TextTable table) {
    return table.lines(width - 2).stream().map(line -> "  " + line).toList();
  }

  private static String kind(Change change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }
}
