package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that has to happen in a folder so that it becomes the new form of an exploded WAR: the edit
 * itself where the WAR is changed in place, else what makes the folder equal to the result.
 *
 * @param written files by path, also such as may be the same already
 * @param removed files that go
 * @param foldersRemoved folders that go
 * @param folders those that must be there in the end; shorter paths first
 */
record TreeEdit(
    SortedMap<String, Source> written,
    SortedSet<String> removed,
    SortedSet<String> foldersRemoved,
    SortedSet<String> folders) {

  static TreeEdit of(WarJob job, ArchiveLimits limits) throws IOException {
    return job.isInPlace() ? inPlace(job.edit()) : elsewhere(job, limits);
  }

  private static TreeEdit inPlace(WarEdit edit) {
    return new TreeEdit(
        edit.written(),
        edit.removed(),
        edit.directoriesRemoved(),
        withParents(edit.written().keySet(), edit.directoriesAdded()));
  }

  private static TreeEdit elsewhere(WarJob job, ArchiveLimits limits) throws IOException {
    WarInventory war = job.war();
    WarEdit edit = job.edit();
    SortedMap<String, Source> written = new TreeMap<>();
    war.files().keySet().forEach(path -> written.put(path, new Source.FromWar(path)));
    written.keySet().removeAll(edit.removed());
    written.putAll(edit.written());
    SortedSet<String> kept = new TreeSet<>(war.directories());
    kept.removeAll(edit.directoriesRemoved());
    kept.addAll(edit.directoriesAdded());
    SortedSet<String> folders = withParents(written.keySet(), kept);
    SortedSet<String> removed = new TreeSet<>();
    SortedSet<String> foldersRemoved = new TreeSet<>();
    if (Files.exists(job.target().path())) {
      try (ExplodedTree there = ExplodedTree.open(job.target().path(), limits)) {
        for (ArchiveEntry entry : there.entries()) {
          String path = entry.isDirectory() ? chop(entry.name()) : entry.name();
          if (!entry.isDirectory() && !written.containsKey(path)) {
            removed.add(path);
          } else if (entry.isDirectory() && !folders.contains(path)) {
            foldersRemoved.add(path);
          }
        }
      }
    }
    return new TreeEdit(written, removed, foldersRemoved, folders);
  }

  private static SortedSet<String> withParents(
      Iterable<String> files, Iterable<String> directories) {
    SortedSet<String> folders = new TreeSet<>();
    files.forEach(file -> addWithParents(WarLayout.parent(file), folders));
    directories.forEach(directory -> addWithParents(directory, folders));
    return folders;
  }

  private static void addWithParents(String folder, SortedSet<String> folders) {
    for (String path = folder; !path.isEmpty() && folders.add(path); ) {
      path = WarLayout.parent(path);
    }
  }

  private static String chop(String directory) {
    return directory.substring(0, directory.length() - 1);
  }
}
