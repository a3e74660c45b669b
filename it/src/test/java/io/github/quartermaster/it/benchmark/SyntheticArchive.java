package io.github.quartermaster.it.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip as the usual build tools do: an entry for each folder, everything deflated. The same
 * calls with the same seed give the same content and times; not for use by several threads.
 */
final class SyntheticArchive implements AutoCloseable {
  private static final LocalDateTime TIME = LocalDateTime.of(2024, 4, 2, 12, 0);
  private static final String[] WORDS =
      ("action alfresco aspect association audit bean behaviour bootstrap bundle cache category "
              + "channel comment component constraint content context converter datatype default "
              + "dictionary document encoding extractor filter folder import index label library "
              + "locale lock mapping message mimetype model node permission person policy property "
              + "query rating reference rendition repository rule schedule script search service "
              + "site space store subsystem tag template tenant thumbnail transaction transformer "
              + "type user value version workflow workspace")
          .split(" ");

  private final ZipOutputStream zip;
  private final Random random;
  private final Set<String> folders = new HashSet<>();
  private int entries;

  SyntheticArchive(Path file, long seed) throws IOException {
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    random = new Random(seed);
  }

  /** How many entries there are so far, folders included. */
  int entries() {
    return entries;
  }

  /** A file of text, compressed well. */
  void text(String name, String text) throws IOException {
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of so many words of no meaning. */
  void words(String name, int count) throws IOException {
    StringBuilder text = new StringBuilder(count * 9);
    for (int i = 0; i < count; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      // numbers keep it from being compressed better than real files are
      text.append(random.nextInt(8) == 0 ? "=" + random.nextInt(10_000) : "");
      text.append(i % 9 == 8 ? '\n' : ' ');
    }
    text(name, text.toString());
  }

  /** A valid jar of about that size, whose content cannot be compressed. */
  void jar(String name, int size) throws IOException {
    byte[] payload = new byte[Math.max(1, size - 400)];
    random.nextBytes(payload);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      stored(
          jar,
          "META-INF/MANIFEST.MF",
          "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      stored(jar, "payload.bin", payload);
    }
    zip.setLevel(Deflater.BEST_SPEED);
    file(name, bytes.toByteArray());
  }

  /** An entry for a folder, and for those it lies in. */
  void folder(String name) throws IOException {
    int parent = name.lastIndexOf('/');
    if (parent > 0) {
      folder(name.substring(0, parent));
    }
    if (folders.add(name)) {
      zip.putNextEntry(entry(name + "/"));
      zip.closeEntry();
      entries++;
    }
  }

  private void file(String name, byte[] content) throws IOException {
    int parent = name.lastIndexOf('/');
    if (parent > 0) {
      folder(name.substring(0, parent));
    }
    zip.putNextEntry(entry(name));
    zip.write(content);
    zip.closeEntry();
    entries++;
  }

  private static void stored(ZipOutputStream jar, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = entry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
