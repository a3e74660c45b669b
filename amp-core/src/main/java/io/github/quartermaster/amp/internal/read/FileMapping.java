package io.github.quartermaster.amp.internal.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which folder of an AMP goes where in the WAR: Alfresco's default mapping and the AMP's own {@code
 * file-mapping.properties} on top of it.
 *
 * <p>Where a file lies below several mapped folders, it goes to each of their targets; where two
 * files go to the same place, the one whose mapped folder is the more specific wins. (The Module
 * Management Tool takes whichever its hash map has last.)
 */
final class FileMapping {
  /** The Module Management Tool's defaults. Everything else of an AMP stays out of the WAR. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "config", "WEB-INF/classes",
          "lib", "WEB-INF/lib",
          "licenses", "WEB-INF/licenses",
          "web/jsp", "jsp",
          "web/css", "css",
          "web/images", "images",
          "web/scripts", "scripts",
          "web/php", "php");

  private static final String INCLUDE_DEFAULT = "include.default";

  private final Map<String, String> targets;

  private FileMapping(Map<String, String> targets) {
    this.targets = Map.copyOf(targets);
  }

  /** The mapping of an AMP that has none of its own. */
  static FileMapping defaults() {
    return new FileMapping(DEFAULTS);
  }

  /**
   * Reads {@code file-mapping.properties}.
   *
   * @throws IllegalArgumentException naming the key, where a folder does not begin with a slash or
   *     leaves the WAR
   */
  static FileMapping parse(byte[] content) {
    Properties raw = new Properties();
    try {
      raw.load(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // any value but an exact "true" switches the defaults off, as the Module Management Tool has it
    boolean includeDefault = "true".equalsIgnoreCase(raw.getProperty(INCLUDE_DEFAULT, "true"));
    raw.remove(INCLUDE_DEFAULT);
    Map<String, String> targets = new TreeMap<>(includeDefault ? DEFAULTS : Map.of());
    for (String key : raw.stringPropertyNames()) {
      targets.put(folder(key, key), folder(key, raw.getProperty(key)));
    }
    return new FileMapping(targets);
  }

  /** Where each mapped folder that holds this path sends it, the winner last. */
  Map<String, String> targetsOf(String path) {
    Map<String, String> found = new LinkedHashMap<>();
    putTarget("", path, found);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      putTarget(path.substring(0, slash), path.substring(slash + 1), found);
    }
    return found;
  }

  private void putTarget(String source, String rest, Map<String, String> found) {
    String target = targets.get(source);
    if (target != null) {
      found.put(source, join(target, rest));
    }
  }

  private static String join(String folder, String rest) {
    return folder.isEmpty() ? rest : folder + "/" + rest;
  }

  private static String folder(String key, String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          key + ": '" + text + "' does not begin with '/', as both sides of a mapping must");
    }
    if (text.chars().anyMatch(c -> c < ' ' || c == '\\')) {
      throw new IllegalArgumentException(
          key + ": a folder's name must hold neither backslash nor control character");
    }
    StringBuilder folder = new StringBuilder();
    for (String segment : text.trim().split("/", -1)) {
      if (segment.equals("..") || segment.equals(".")) {
        throw new IllegalArgumentException(key + ": '" + text + "' must not hold '.' or '..'");
      }
      if (!segment.isEmpty()) {
        folder.append(folder.isEmpty() ? "" : "/").append(segment);
      }
    }
    return folder.toString();
  }
}
