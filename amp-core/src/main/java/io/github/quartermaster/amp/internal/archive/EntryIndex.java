package io.github.quartermaster.amp.internal.archive;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of a tree by name, and its directories, which need no entries of their own.
 *
 * @param directories without trailing {@code /}
 */
record EntryIndex(Map<String, ArchiveEntry> byName, Set<String> directories) {

  Optional<ArchiveEntry> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean hasDirectory(String name) {
    return directories.contains(name);
  }
}
