package io.github.quartermaster.amp.internal.read;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives and folders for tests, entry by entry. */
public final class AmpBuilder {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** An AMP that declares the least that Alfresco accepts. */
  public static AmpBuilder amp(String id, String version, String... furtherKeys) {
    StringBuilder properties = new StringBuilder();
    properties.append("module.id=").append(id).append("\nmodule.version=").append(version);
    properties.append("\nmodule.title=Title of ").append(id);
    properties.append("\nmodule.description=Made for a test\n");
    for (String key : furtherKeys) {
      properties.append(key).append('\n');
    }
    return new AmpBuilder().entry("module.properties", properties.toString());
  }

  /** A WAR of the repository in this version. */
  public static AmpBuilder repositoryWar(String major, String minor, String revision) {
    return new AmpBuilder()
        .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Title: Alfresco\n\n")
        .entry("WEB-INF/web.xml", "<web-app/>")
        .entry(
            "WEB-INF/classes/alfresco/version.properties",
            "version.major="
                + major
                + "\nversion.minor="
                + minor
                + "\nversion.revision="
                + revision
                + "\nversion.edition=Community\n");
  }

  /** A WAR of Share in this version. */
  public static AmpBuilder shareWar(String version) {
    return new AmpBuilder()
        .entry(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nSpecification-Title: Alfresco Share\nSpecification-Version: "
                + version
                + "\nImplementation-Title: Alfresco Share Community\n\n")
        .entry("WEB-INF/web.xml", "<web-app/>");
  }

  /** A file; a directory where the name ends with a slash. */
  public AmpBuilder entry(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** A file of any content. */
  public AmpBuilder entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Writes it as an archive. */
  public Path zip(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(file);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
          zip.closeEntry();
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it as a folder. */
  public Path folder(Path folder) {
    try {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        Path target = folder.resolve(entry.getKey());
        if (entry.getKey().endsWith("/")) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.write(target, entry.getValue());
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
