package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.InnerArchive;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.LintedAmp.LibraryModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the modules that libraries state: Alfresco takes those of every jar on its class path. */
final class ModulesInLibraries {
  private static final Pattern STATE = Pattern.compile("alfresco/module/[^/]+/module\\.properties");

  /** A larger library is left alone; the largest known have some 20 MB. */
  private static final int MAX_LIBRARY_BYTES = 48 << 20;

  private ModulesInLibraries() {}

  /** What the libraries of an AMP state. */
  static List<LibraryModule> find(ArchiveTree tree, AmpFile amp) throws IOException {
    List<LibraryModule> found = new ArrayList<>();
    for (Map.Entry<String, MappedFile> file : amp.files().entrySet()) {
      ArchiveEntry entry = tree.find(file.getValue().source()).orElseThrow();
      if (LibraryFile.of(file.getKey()).isPresent() && entry.size() <= MAX_LIBRARY_BYTES) {
        find(entry.name(), tree.read(entry, MAX_LIBRARY_BYTES), found);
      }
    }
    return found;
  }

  private static void find(String library, byte[] content, List<LibraryModule> found) {
    InnerArchive.find(
            content, name -> STATE.matcher(name).matches(), AmpReader.MAX_PROPERTIES_BYTES)
        .forEach((name, state) -> found.add(stated(library + "!/" + name, state)));
  }

  private static LibraryModule stated(String place, byte[] state) {
    try {
      return new LibraryModule(place, ModulePropertiesFormat.parse(state).module(), "");
    } catch (IllegalArgumentException e) {
      return new LibraryModule(place, null, String.valueOf(e.getMessage()));
    }
  }
}
