package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.maven.Wording;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of each WAR in the words of the Module Management Tool's {@code list}, blanks
 * included, for scripts that were written for its output. Dates are those of {@link
 * Date#toString()}, in the time zone of this machine. A character that would start a line of its
 * own, or command a terminal, is printed as a question mark.
 */
public final class ListAsMmt {
  private ListAsMmt() {}

  /** The text; each line ends with a line feed. */
  public static String of(ListResult result) {
    return result.wars().stream()
        .flatMap(ListAsMmt::lines)
        .map(line -> Wording.printable(line) + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<String> lines(WarInventory war) {
    return war.modules().isEmpty()
        ? Stream.of("No modules are installed in this WAR file")
        : war.modules().stream().flatMap(module -> lines(war, module));
  }

  private static Stream<String> lines(WarInventory war, InstalledModule installed) {
    return Stream.of(
        "Module '" + installed.id() + "' installed in '" + war.path() + "'",
        "   -    Title:        " + installed.module().title(),
        "   -    Version:      " + installed.module().version(),
        "   -    Install Date: " + installed.installDate().map(Date::from).orElse(null),
        "   -    Description:   " + installed.module().description());
  }
}
