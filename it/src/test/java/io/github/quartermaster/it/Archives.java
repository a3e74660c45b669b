package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Small WARs and AMPs for one test, and a look into them. */
final class Archives {
  private Archives() {}

  /** A repository WAR of that version of Alfresco, with nothing in it. */
  static Path war(Path file, int major, int minor, int revision) {
    return zip(
        file,
        Map.of(
            "META-INF/MANIFEST.MF",
            text(
                """
                Manifest-Version: 1.0
                Specification-Title: Alfresco Content Services
                """),
            "WEB-INF/web.xml",
            text("<web-app/>"),
            "WEB-INF/classes/alfresco/version.properties",
            text(
                """
                version.major=%d
                version.minor=%d
                version.revision=%d
                version.label=
                version.edition=Community
                """
                    .formatted(major, minor, revision))));
  }

  /** An AMP of that module with those files, by their names in the AMP. */
  static Path amp(Path file, String id, String version, Map<String, byte[]> files) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(
        "module.properties",
        text(
            """
            module.id=%s
            module.version=%s
            module.title=Module %s
            module.description=Made by a test
            """
                .formatted(id, version, id)));
    all.put("file-mapping.properties", text("include.default=true\n/web=/\n"));
    all.putAll(files);
    return zip(file, all);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the entries, the manifest first if there is one, as jars have it. */
  static Path zip(Path file, Map<String, byte[]> entries) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (String name : entries.keySet().stream().sorted().toList()) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(entries.get(name));
          zip.closeEntry();
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacks into a new folder, as a servlet container does with a WAR. */
  static void unzip(Path file, Path folder) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.write(target, zip.getInputStream(entry).readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of an entry. */
  static String read(Path file, String entry) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry found = zip.getEntry(entry);
      if (found == null) {
        throw new AssertionError(file + " has no " + entry);
      }
      return new String(zip.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean contains(Path file, String entry) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(entry) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
