package io.github.quartermaster.amp.internal.plan;

import java.util.List;

/** Paths in a message. */
final class Paths {
  private static final int SHOWN = 5;

  private Paths() {}

  /** The first few, and how many more there are. */
  static String some(List<String> paths) {
    return paths.size() <= SHOWN
        ? String.join(", ", paths)
        : String.join(", ", paths.subList(0, SHOWN)) + " and " + (paths.size() - SHOWN) + " more";
  }
}
