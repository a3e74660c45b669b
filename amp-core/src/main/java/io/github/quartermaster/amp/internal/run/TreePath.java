package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Turns a path in an exploded WAR into one of the file system that certainly lies in that WAR. */
final class TreePath {
  private static final Set<String> NO_NAMES = Set.of("", ".", "..");

  private TreePath() {}

  /**
   * The place of a path; it need not exist.
   *
   * @param path relative to the WAR's root, with slashes
   * @throws IOException if it would lie outside of the WAR, be it by its own words or through a
   *     symbolic link, or in the folder that prepared files wait in
   */
  static Path resolve(WarTarget war, String path) throws IOException {
    if (Arrays.stream(path.split("/", -1)).anyMatch(NO_NAMES::contains)
        || path.indexOf('\\') >= 0
        || path.chars().anyMatch(character -> character < ' ')) {
      throw new IOException("'" + path + "' is no path in a WAR");
    }
    Path place;
    try {
      place = war.path().resolve(path);
    } catch (InvalidPathException invalid) {
      throw new IOException("'" + path + "' cannot be a file's name here", invalid);
    }
    if (!place.startsWith(war.path()) || place.startsWith(war.staging())) {
      throw new IOException("'" + path + "' does not belong to the content of the WAR");
    }
    refuseToLeave(war, place);
    return place;
  }

  /** The path in the WAR of a place in it: relative to its root, with slashes. */
  static String name(WarTarget war, Path place) {
    String name = war.path().relativize(place).toString();
    return place.getFileSystem().getSeparator().equals("/") ? name : name.replace('\\', '/');
  }

  private static void refuseToLeave(WarTarget war, Path place) throws IOException {
    Path existing = place;
    while (existing != null && !Files.exists(existing, NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing != null && existing.startsWith(war.path())) {
      Path real = existing.toRealPath();
      if (!real.startsWith(war.path()) || real.startsWith(war.staging())) {
        throw new IOException(
            existing + " is or lies behind a symbolic link that leads out of the WAR, to " + real);
      }
    }
  }
}
