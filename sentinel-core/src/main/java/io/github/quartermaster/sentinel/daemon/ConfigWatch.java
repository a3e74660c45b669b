package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.internal.read.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notices where a configuration, or what it includes, becomes another one. For one thread. */
final class ConfigWatch {
  private static final String ABSENT = "absent";

  private final @Nullable Path config;
  private Map<Path, String> seen = Map.of();
  private Map<Path, String> settling = Map.of();

  /** Watches this file, or nothing. */
  ConfigWatch(@Nullable Path config) {
    this.config = config;
    look();
  }

  /** Takes the files as they are now. */
  void look() {
    seen = config == null ? Map.of() : state(ConfigReader.filesOf(config, System.getenv()));
    settling = seen;
  }

  /**
   * Whether they differ from what was last taken, and have been the same for two calls, so that
   * nobody is in the midst of writing them; takes them.
   */
  boolean hasChanged() {
    Map<Path, String> now = state(seen.keySet());
    if (now.equals(seen)) {
      settling = seen;
      return false;
    }
    if (!now.equals(settling)) {
      settling = now;
      return false;
    }
    look();
    return true;
  }

  private static Map<Path, String> state(Set<Path> files) {
    Map<Path, String> state = new TreeMap<>();
    for (Path file : files) {
      state.put(file, state(file));
    }
    return state;
  }

  /** Editors replace a file by another one, so that its identity counts too. */
  private static String state(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    } catch (IOException e) {
      // gone for the moment, or for good; the reader says so
      return ABSENT;
    }
  }
}
