package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.WarLayout;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Paths of a WAR as they are by now: the thousands that it had, which are not copied, and the few
 * that came or went.
 *
 * <p>Not for use by several threads.
 */
final class ChangedPaths {
  private final Set<String> before;
  private final Function<String, Iterable<String>> beforeFrom;
  private final SortedSet<String> added = new TreeSet<>();
  private final SortedSet<String> removed = new TreeSet<>();

  private ChangedPaths(Set<String> before, Function<String, Iterable<String>> beforeFrom) {
    this.before = before;
    this.beforeFrom = beforeFrom;
  }

  static ChangedPaths of(SortedSet<String> before) {
    return new ChangedPaths(before, start -> before.tailSet(start));
  }

  static ChangedPaths ofKeys(SortedMap<String, ?> before) {
    return new ChangedPaths(before.keySet(), start -> before.tailMap(start).keySet());
  }

  boolean contains(String path) {
    return added.contains(path) || (before.contains(path) && !removed.contains(path));
  }

  /** Adds a path; tells whether it was not there. */
  boolean add(String path) {
    return removed.remove(path) || (!before.contains(path) && added.add(path));
  }

  /** Adds a folder and those that it lies in. */
  void addWithParents(String folder) {
    for (String f = folder; !f.isEmpty() && add(f); f = WarLayout.parent(f)) {}
  }

  void remove(String path) {
    if (!added.remove(path) && before.contains(path)) {
      removed.add(path);
    }
  }

  void removeAll(Set<String> paths) {
    for (String path : paths) {
      remove(path);
    }
  }

  /** Whether a path lies below this folder. */
  boolean hasAnyBelow(String folder) {
    String start = folder + "/";
    SortedSet<String> ofAdded = added.tailSet(start);
    if (!ofAdded.isEmpty() && ofAdded.first().startsWith(start)) {
      return true;
    }
    for (String path : beforeFrom.apply(start)) {
      if (!path.startsWith(start)) {
        return false;
      }
      if (!removed.contains(path)) {
        return true;
      }
    }
    return false;
  }

  /** What came. */
  SortedSet<String> added() {
    return added;
  }

  /** What went. */
  SortedSet<String> removed() {
    return removed;
  }
}
