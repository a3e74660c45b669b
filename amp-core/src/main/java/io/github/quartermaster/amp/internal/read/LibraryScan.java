package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.InnerArchive;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.LibraryModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The modules inside of a WAR's libraries, where Alfresco looks for them too. A directory of a
 * library lies at its end, so each is unpacked as a whole, one at a time in each thread.
 *
 * @param broken why a state cannot be read, by library; a library that cannot be opened holds no
 *     module that anybody could find, and is no concern here
 */
record LibraryScan(List<LibraryModule> modules, SortedMap<String, String> broken) {
  private static final String FOLDER = "WEB-INF/lib/";
  private static final Pattern STATE = Pattern.compile("alfresco/module/[^/]+/module\\.properties");
  private static final int LARGEST_LIBRARY = 128 << 20;
  private static final int LARGEST_STATE = 1 << 20;

  static LibraryScan of(ArchiveTree tree) {
    List<LibraryScan> scans =
        tree.entries().parallelStream()
            .filter(LibraryScan::isLibrary)
            .map(entry -> scan(tree, entry))
            .toList();
    List<LibraryModule> modules = new ArrayList<>();
    SortedMap<String, String> broken = new TreeMap<>();
    for (LibraryScan scan : scans) {
      modules.addAll(scan.modules());
      broken.putAll(scan.broken());
    }
    modules.sort(Comparator.comparing(LibraryModule::library));
    return new LibraryScan(modules, broken);
  }

  private static boolean isLibrary(ArchiveEntry entry) {
    String name = entry.name();
    return name.startsWith(FOLDER)
        && name.toLowerCase(Locale.ROOT).endsWith(".jar")
        && name.indexOf('/', FOLDER.length()) < 0
        && entry.size() <= LARGEST_LIBRARY;
  }

  private static LibraryScan scan(ArchiveTree tree, ArchiveEntry entry) {
    List<LibraryModule> modules = new ArrayList<>();
    SortedMap<String, String> broken = new TreeMap<>();
    try {
      byte[] library = tree.read(entry, LARGEST_LIBRARY);
      InnerArchive.find(library, name -> STATE.matcher(name).matches(), LARGEST_STATE)
          .forEach(
              (name, content) -> {
                try {
                  modules.add(
                      new LibraryModule(
                          entry.name(), ModulePropertiesFormat.parse(content).module()));
                } catch (IllegalArgumentException e) {
                  broken.put(entry.name(), name + ": " + e.getMessage());
                }
              });
    } catch (IOException unreadable) {
      // as the class says
    }
    return new LibraryScan(modules, broken);
  }
}
