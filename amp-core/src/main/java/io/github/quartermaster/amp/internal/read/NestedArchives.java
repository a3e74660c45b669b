package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.Modifications.Change;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Module Management Tool takes an AMP or WAR that an AMP brings for a folder, and records its
 * members one by one. In the WAR it is a file, and a module's as a whole.
 */
final class NestedArchives {
  private NestedArchives() {}

  /** The record with such archives in the place of their members. */
  static Modifications asFiles(Modifications recorded, ArchiveTree tree) {
    SortedMap<String, Change> files = new TreeMap<>();
    for (Map.Entry<String, Change> file : recorded.files().entrySet()) {
      Optional<String> archive =
          tree.find(file.getKey()).isPresent() ? Optional.empty() : archive(file.getKey(), tree);
      if (archive.isPresent() && file.getValue().overwritten().isEmpty()) {
        files.putIfAbsent(archive.get(), new Change(null, null, 0));
      } else {
        files.put(file.getKey(), file.getValue());
      }
    }
    SortedSet<String> folders = new TreeSet<>(recorded.directories());
    folders.removeIf(folder -> archive(folder + "/", tree).isPresent());
    return new Modifications(files, folders, recorded.otherLines());
  }

  private static Optional<String> archive(String path, ArchiveTree tree) {
    for (String p = WarLayout.parent(path); !p.isEmpty(); p = WarLayout.parent(p)) {
      String name = p.toLowerCase(Locale.ROOT);
      if ((name.endsWith(".amp") || name.endsWith(".war")) && tree.find(p).isPresent()) {
        return Optional.of(p);
      }
    }
    return Optional.empty();
  }
}
