package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.DUPLICATE_LIBRARY;

import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds libraries that would be in a WAR in several versions, judged by their file names: which of
 * them the class loader takes is chance.
 */
final class DuplicateLibraries {
  private DuplicateLibraries() {}

  /** All that a WAR holds. */
  static SortedMap<String, SortedSet<String>> present(WarInventory war) {
    SortedMap<String, SortedSet<String>> byLibrary = new TreeMap<>();
    for (String path : startingWith(LibraryFile.FOLDER, war.files())) {
      versioned(path)
          .ifPresent(
              library ->
                  byLibrary.computeIfAbsent(library.identity(), l -> new TreeSet<>()).add(path));
    }
    byLibrary.values().removeIf(paths -> paths.size() < 2);
    return byLibrary;
  }

  /** Those that the edit has a part in; what the WAR brought along twice is not its fault. */
  static List<Problem> find(WarInventory war, WarEdit edit) {
    SortedMap<String, SortedSet<String>> byLibrary = new TreeMap<>();
    SortedSet<String> names = new TreeSet<>();
    for (String path : startingWith(LibraryFile.FOLDER, edit.written())) {
      versioned(path)
          .ifPresent(
              library -> {
                byLibrary.computeIfAbsent(library.identity(), l -> new TreeSet<>()).add(path);
                names.add(library.name());
              });
    }
    for (String name : names) {
      for (String path : startingWith(LibraryFile.FOLDER + name, war.files())) {
        if (!edit.removed().contains(path)) {
          versioned(path)
              .ifPresent(
                  library ->
                      byLibrary.computeIfPresent(
                          library.identity(), (identity, paths) -> with(path, paths)));
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    byLibrary.forEach(
        (library, paths) -> {
          if (paths.size() > 1) {
            problems.add(duplicate(library, paths, war));
          }
        });
    return problems;
  }

  private static Collection<String> startingWith(String start, SortedMap<String, ?> files) {
    return files.subMap(start, start + Character.MAX_VALUE).keySet();
  }

  private static Optional<LibraryFile> versioned(String path) {
    return LibraryFile.of(path).filter(library -> library.version().isPresent());
  }

  private static SortedSet<String> with(String path, SortedSet<String> paths) {
    paths.add(path);
    return paths;
  }

  private static Problem duplicate(String library, SortedSet<String> paths, WarInventory war) {
    return Problem.warning(
        DUPLICATE_LIBRARY,
        library,
        "library "
            + library
            + " would be in "
            + war.path()
            + " more than once: "
            + String.join(
                ", ", paths.stream().map(p -> p.substring(LibraryFile.FOLDER.length())).toList()),
        "Which one is used is chance; keep one of them");
  }
}
