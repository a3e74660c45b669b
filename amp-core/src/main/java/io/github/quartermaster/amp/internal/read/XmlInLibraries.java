package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.InnerArchive;
import io.github.quartermaster.amp.internal.xml.XmlDefinitions;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.XmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the XML files inside of libraries that Alfresco loads from each of them: those of modules
 * and extensions, and content models. Its own contexts are left out, since to define a bean of
 * theirs anew is the way to replace it.
 */
final class XmlInLibraries {
  private static final String CLASS_PATH = "WEB-INF/classes/";
  private static final List<String> LOADED =
      List.of(
          "alfresco/module/", "alfresco/extension/", "alfresco/web-extension/", "alfresco/model/");

  /** A larger library is left alone; the largest known have some 20 MB. */
  private static final int MAX_LIBRARY_BYTES = 48 << 20;

  private static final int MAX_XML_BYTES = 1 << 20;

  private XmlInLibraries() {}

  /** What the libraries of an AMP bring. */
  static List<XmlText> of(ArchiveTree tree, AmpFile amp) throws IOException {
    List<XmlText> xml = new ArrayList<>();
    for (Map.Entry<String, MappedFile> file : amp.files().entrySet()) {
      read(tree, tree.find(file.getValue().source()).orElseThrow(), file.getKey(), xml);
    }
    return xml;
  }

  /** What the libraries of a WAR bring. */
  static List<XmlText> of(ArchiveTree war) throws IOException {
    List<XmlText> xml = new ArrayList<>();
    for (ArchiveEntry entry : war.entries()) {
      read(war, entry, entry.name(), xml);
    }
    return xml;
  }

  private static void read(ArchiveTree tree, ArchiveEntry entry, String path, List<XmlText> xml)
      throws IOException {
    if (LibraryFile.of(path).isEmpty() || entry.size() > MAX_LIBRARY_BYTES) {
      return;
    }
    InnerArchive.find(tree.read(entry, MAX_LIBRARY_BYTES), XmlInLibraries::isLoaded, MAX_XML_BYTES)
        .forEach(
            (name, content) ->
                xml.add(
                    XmlDefinitions.parse(
                        entry.name() + "!/" + name, CLASS_PATH + name, path, content)));
  }

  private static boolean isLoaded(String name) {
    return name.endsWith(".xml") && LOADED.stream().anyMatch(name::startsWith);
  }
}
