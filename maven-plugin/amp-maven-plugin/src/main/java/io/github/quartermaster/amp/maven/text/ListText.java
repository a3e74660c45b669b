package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.maven.TextTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The modules of each WAR as a table. */
public final class ListText {
  private static final List<String> HEADERS =
      List.of("MODULE", "VERSION", "INSTALLED AT (UTC)", "FILES", "STATE", "TITLE");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PathNames paths;
  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public ListText(PathNames paths, int width) {
    this.paths = paths;
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(ListResult result) {
    return result.wars().stream().flatMap(this::lines).toList();
  }

  private Stream<String> lines(WarInventory war) {
    List<List<String>> rows = war.modules().stream().map(ListText::row).toList();
    return Stream.concat(
        Stream.of(WarHeadline.of(war, paths)),
        rows.isEmpty()
            ? Stream.of("  no modules in it")
            : new TextTable(HEADERS, rows, Set.of("FILES"))
                .lines(width - 2).stream().map(line -> "  " + line));
  }

  private static List<String> row(InstalledModule installed) {
    return List.of(
        installed.id().value(),
        installed.module().version().text(),
        installed.installDate().map(ListText::minute).orElse("-"),
        installed.modifications().map(changes -> changes.files().size() + "").orElse("-"),
        installed.state().name().toLowerCase(Locale.ROOT),
        installed.module().title());
  }

  private static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
