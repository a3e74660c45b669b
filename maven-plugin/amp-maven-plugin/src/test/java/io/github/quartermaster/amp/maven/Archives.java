package io.github.quartermaster.amp.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes small AMPs and WARs that the core takes for real. */
final class Archives {
  private Archives() {}

  static Path alfrescoWar(Path war) throws IOException {
    return zip(
        war,
        Map.of(
            "WEB-INF/classes/alfresco/version.properties",
            "version.major=23\nversion.minor=4\nversion.revision=0\nversion.edition=Community\n",
            "WEB-INF/web.xml",
            "<web-app/>",
            "images/logo.png",
            "the original"),
        "Implementation-Title: Alfresco Community\n");
  }

  static Path shareWar(Path war) throws IOException {
    return zip(
        war,
        Map.of(
            "WEB-INF/web.xml", "<web-app/>", "WEB-INF/classes/alfresco/share-config.xml", "<x/>"),
        "Specification-Title: Alfresco Share\nSpecification-Version: 23.4.0\n"
            + "Implementation-Title: Alfresco Share Community\n");
  }

  /** An AMP for the repository with one class path file. */
  static Path amp(Path amp, String id, String version, String... moreProperties)
      throws IOException {
    return amp(
        amp,
        id,
        version,
        Map.of("config/alfresco/extension/" + id + ".txt", version),
        moreProperties);
  }

  static Path amp(
      Path amp, String id, String version, Map<String, String> files, String... moreProperties)
      throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(
        "module.properties",
        "module.id="
            + id
            + "\nmodule.version="
            + version
            + "\nmodule.title="
            + id
            + " title\nmodule.description="
            + id
            + " description\n"
            + String.join("\n", moreProperties));
    entries.putAll(files);
    return zip(amp, entries, "");
  }

  /** All entries with the checksum of each. */
  static Map<String, Long> entries(Path file) throws IOException {
    Map<String, Long> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream().forEach(entry -> entries.put(entry.getName(), entry.getCrc()));
    }
    return entries;
  }

  private static Path zip(Path file, Map<String, String> entries, String manifest)
      throws IOException {
    Files.createDirectories(file.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      if (!manifest.isEmpty()) {
        entry(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest + "\n");
      }
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        entry(zip, entry.getKey(), entry.getValue());
      }
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(1_700_000_000_000L);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
