package io.github.quartermaster.amp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A WAR, packed or exploded, as somebody sees and changes it who does not know this core. */
final class WarFiles {
  private final Path war;
  private final Map<String, byte[]> files;

  private WarFiles(Path war, Map<String, byte[]> files) {
    this.war = war;
    this.files = files;
  }

  static WarFiles of(Path war) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      if (Files.isDirectory(war)) {
        try (Stream<Path> all = Files.walk(war)) {
          for (Path path : all.filter(Files::isRegularFile).toList()) {
            files.put(war.relativize(path).toString(), Files.readAllBytes(path));
          }
        }
      } else {
        try (ZipFile zip = new ZipFile(war.toFile())) {
          for (ZipEntry entry : zip.stream().toList()) {
            try (InputStream in = zip.getInputStream(entry)) {
              files.put(entry.getName(), in.readAllBytes());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WarFiles(war, files);
  }

  /** Contents by path, without folders. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    files.forEach(
        (path, content) -> {
          if (!path.endsWith("/")) {
            texts.put(path, new String(content, StandardCharsets.UTF_8));
          }
        });
    return texts;
  }

  java.util.Set<String> names() {
    return files.keySet();
  }

  WarFiles put(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  WarFiles put(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  WarFiles remove(String path) {
    if (files.remove(path) == null) {
      throw new AssertionError("no " + path + " in " + files.keySet());
    }
    return this;
  }

  void save() {
    try {
      if (Files.isDirectory(war)) {
        try (Stream<Path> all = Files.walk(war)) {
          for (Path path : all.filter(Files::isRegularFile).toList()) {
            Files.delete(path);
          }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path path = war.resolve(file.getKey());
          if (file.getKey().endsWith("/")) {
            Files.createDirectories(path);
          } else {
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
          }
        }
      } else {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            zip.write(file.getValue());
            zip.closeEntry();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
