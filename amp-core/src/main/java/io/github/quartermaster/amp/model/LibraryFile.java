package io.github.quartermaster.amp.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A library of a web application, as far as its file name tells.
 *
 * @param path its path in the WAR
 * @param name without version and classifier: {@code commons-io}
 * @param number its version, or null where the name has none; read it by {@link #version()}
 * @param suffix what makes it another library of that name, or null; read it by {@link
 *     #classifier()}
 */
public record LibraryFile(
    String path, String name, @Nullable String number, @Nullable String suffix) {
  /** Where a web application has its libraries. */
  public static final String FOLDER = "WEB-INF/lib/";

  private static final String JAR = ".jar";

  /**
   * Name, version, and a classifier, which makes it another library: {@code x-1.2-linux}. Each part
   * ends where it must and is never tried shorter: names are hostile input.
   */
  private static final Pattern VERSIONED =
      Pattern.compile(
          "((?:(?!-v?\\d).)++)-(v?\\d[\\w.]*+"
              + "(?:-(?:SNAPSHOT|RELEASE|FINAL|GA|JRE|ANDROID|ALPHA|BETA|RC|M|CR|SP|B)(?![a-z])"
              + "(?:[-.]?\\d++)?+[\\w.]*+)*+)(?:-(.*+))?+",
          Pattern.CASE_INSENSITIVE);

  /** The library at this path of a WAR, if it is a jar that the class loader finds. */
  public static Optional<LibraryFile> of(String path) {
    if (!path.startsWith(FOLDER)
        || !path.endsWith(JAR)
        || path.length() <= FOLDER.length() + JAR.length()
        || path.indexOf('/', FOLDER.length()) >= 0) {
      return Optional.empty();
    }
    String name = path.substring(FOLDER.length(), path.length() - JAR.length());
    Matcher parts = VERSIONED.matcher(name);
    return Optional.of(
        parts.matches()
            ? new LibraryFile(path, parts.group(1), parts.group(2), parts.group(3))
            : new LibraryFile(path, name, null, null));
  }

  /** Its version, where the name has one. */
  public Optional<String> version() {
    return Optional.ofNullable(number);
  }

  /** What makes it another library of that name, where something does. */
  public Optional<String> classifier() {
    return Optional.ofNullable(suffix);
  }

  /** What is the same for all versions of one library. */
  public String identity() {
    return suffix == null ? name : name + "-" + suffix;
  }

  /** The name of its file. */
  public String fileName() {
    return path.substring(FOLDER.length());
  }
}
