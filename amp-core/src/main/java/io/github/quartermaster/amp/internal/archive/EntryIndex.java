package io.github.quartermaster.amp.internal.archive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a tree, all and by name, and its directories, which need no entries of their own.
 *
 * @param directories without trailing {@code /}
 */
record EntryIndex(
    List<ArchiveEntry> entries, Map<String, ArchiveEntry> byName, Set<String> directories) {

  /** Keeps a read-only views; both are large, and their maker gives them away. */
  EntryIndex {
    entries = Collections.unmodifiableList(entries);
    directories = Collections.unmodifiableSet(directories);
  }
}
