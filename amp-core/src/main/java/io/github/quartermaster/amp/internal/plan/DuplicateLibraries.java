package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.DUPLICATE_LIBRARY;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds libraries that would be in a WAR in several versions, judged by their file names: which of
 * them the class loader takes is chance.
 */
final class DuplicateLibraries {
  private static final String FOLDER = "WEB-INF/lib/";

  private static final String JAR = ".jar";

  /**
   * Name, version, and a classifier, which makes it another library: {@code x-1.2-linux}. Each part
   * ends where it must and is never tried shorter: names are hostile input.
   */
  private static final Pattern VERSIONED =
      Pattern.compile(
          "((?:(?!-v?\\d).)++)-v?\\d[\\w.]*+"
              + "(?:-(?:SNAPSHOT|RELEASE|FINAL|GA|JRE|ANDROID|ALPHA|BETA|RC|M|CR|SP|B)(?![a-z])"
              + "(?:[-.]?\\d++)?+[\\w.]*+)*+(-.*+)?+",
          Pattern.CASE_INSENSITIVE);

  private DuplicateLibraries() {}

  /** Those that the edit has a part in; what the WAR brought along twice is not its fault. */
  static List<Problem> find(WarInventory war, WarEdit edit) {
    SortedSet<String> jars = new TreeSet<>(war.files().keySet());
    jars.removeAll(edit.removed());
    jars.addAll(edit.written().keySet());
    SortedMap<String, SortedSet<String>> byLibrary = new TreeMap<>();
    for (String path : jars.tailSet(FOLDER)) {
      if (!path.startsWith(FOLDER)) {
        break;
      }
      if (!path.endsWith(JAR)) {
        continue;
      }
      Matcher name =
          VERSIONED.matcher(path.substring(FOLDER.length(), path.length() - JAR.length()));
      if (name.matches()) {
        String classifier = name.group(2) == null ? "" : name.group(2);
        byLibrary.computeIfAbsent(name.group(1) + classifier, n -> new TreeSet<>()).add(path);
      }
    }
    List<Problem> problems = new ArrayList<>();
    byLibrary.forEach(
        (library, paths) -> {
          boolean ours = paths.stream().anyMatch(path -> edit.written().containsKey(path));
          if (paths.size() > 1 && ours) {
            problems.add(
                Problem.warning(
                    DUPLICATE_LIBRARY,
                    library,
                    "library "
                        + library
                        + " would be in "
                        + war.path()
                        + " more than once: "
                        + String.join(
                            ", ", paths.stream().map(p -> p.substring(FOLDER.length())).toList()),
                    "Which one is used is chance; keep one of them"));
          }
        });
    return problems;
  }
}
