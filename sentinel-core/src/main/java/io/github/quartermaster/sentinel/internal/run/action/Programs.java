package io.github.quartermaster.sentinel.internal.run.action;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders in which programs are looked for.
 *
 * @param folders absolute ones, in their order
 */
record Programs(List<Path> folders) {
  private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);
  // where a daemon or a timer has a search path without them
  private static final List<String> USUAL =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  /** Copies the list. */
  Programs {
    folders = List.copyOf(folders);
  }

  /** Those of the search path, and the usual ones after them. */
  static Programs ofThisMachine() {
    String path = System.getenv("PATH");
    Stream<String> searched = path == null ? Stream.empty() : SEPARATOR.splitAsStream(path);
    return new Programs(
        Stream.concat(searched, USUAL.stream())
            .flatMap(name -> folder(name).stream())
            .distinct()
            .toList());
  }

  private static Optional<Path> folder(String name) {
    try {
      // a relative one would depend on where somebody stands
      return Optional.of(Path.of(name)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
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
