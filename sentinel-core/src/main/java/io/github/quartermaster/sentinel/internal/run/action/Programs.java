package io.github.quartermaster.sentinel.internal.run.action;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders in which programs are looked for.
 *
 * @param folders absolute ones, in their order
 */
record Programs(List<Path> folders) {
  // where a daemon or a timer has a search path without them
  private static final List<String> USUAL =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  /** Copies the list. */
  Programs {
    folders = List.copyOf(folders);
  }

  /** Those of the search path, and the usual ones after them. */
  static Programs ofThisMachine() {
    List<Path> folders = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(searchPath().split(File.pathSeparator)));
    names.addAll(USUAL);
    for (String name : names) {
      try {
        Path folder = Path.of(name);
        // a relative one would depend on where somebody stands
        if (folder.isAbsolute() && !folders.contains(folder)) {
          folders.add(folder);
        }
      } catch (InvalidPathException e) {
        // no folder has that name
        continue;
      }
    }
    return new Programs(folders);
  }

  private static String searchPath() {
    String path = System.getenv("PATH");
    return path == null ? "" : path;
  }

  /** The file of a program. */
  Optional<Path> find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The search path, as it stands in an environment. */
  String asPath() {
    return String.join(File.pathSeparator, folders.stream().map(Path::toString).toList());
  }
}
