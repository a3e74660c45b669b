package io.github.quartermaster.amp.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Writes splices, and reads what came out with everybody else's readers. */
final class Spliced {
  private Spliced() {}

  static Path write(ZipSplice splice, Path target) throws IOException {
    try (FileChannel out =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      splice.write(out, Progress.NONE);
    }
    assertThat(Files.size(target)).isLessThanOrEqualTo(splice.expectedSize());
    return target;
  }

  /**
   * All entries with their contents, in the order of the directory, after making sure that the
   * JDK's random and streaming readers, commons-compress and our own see the same.
   */
  static Map<String, byte[]> contents(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    assertSame(streamed(file), contents);
    assertSame(byCommonsCompress(file), contents);
    assertSame(byOurselves(file), contents);
    return contents;
  }

  private static void assertSame(Map<String, byte[]> found, Map<String, byte[]> expected) {
    assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, content) -> assertThat(found.get(name)).as(name).isEqualTo(content));
  }

  private static Map<String, byte[]> streamed(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        contents.put(entry.getName(), zip.readAllBytes());
      }
    }
    return contents;
  }

  private static Map<String, byte[]> byCommonsCompress(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (var zip =
        org.apache.commons.compress.archivers.zip.ZipFile.builder()
            .setSeekableByteChannel(Files.newByteChannel(file))
            .get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return contents;
  }

  private static Map<String, byte[]> byOurselves(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipTree zip = ZipReader.OWN.open(file)) {
      for (ArchiveEntry entry : zip.entries()) {
        contents.put(entry.name(), zip.read(entry, Integer.MAX_VALUE));
      }
    }
    return contents;
  }
}
