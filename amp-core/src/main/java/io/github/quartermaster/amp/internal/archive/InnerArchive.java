package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks for small files in an archive that lies in another one. */
public final class InnerArchive {
  private static final int MOST = 1000;

  /** Of all files that are found together: a small archive may hold a thousand large ones. */
  private static final int MOST_BYTES = 16 << 20;

  private InnerArchive() {}

  /**
   * The files of these names with their contents. What is no archive, or is damaged, has none; what
   * goes beyond all reason in number or size is left out.
   *
   * @param content the whole archive
   * @param maxBytes of each file; a larger one is left out
   */
  public static SortedMap<String, byte[]> find(
      byte[] content, Predicate<String> names, int maxBytes) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    int room = MOST_BYTES;
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (found.size() < MOST && isReadable(entry) && names.test(entry.getName())) {
          int most = Math.min(maxBytes, room);
          byte[] bytes = read(zip, entry, most + 1);
          if (bytes.length <= most && found.put(entry.getName(), bytes) == null) {
            room -= bytes.length;
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // that library throws both at damaged input; what was found until then counts
    }
    return found;
  }

  private static byte[] read(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
    try (InputStream stream = zip.getInputStream(entry)) {
      return stream.readNBytes(most);
    }
  }

  /** Other methods need libraries that are not here, and no jar uses them. */
  private static boolean isReadable(ZipArchiveEntry entry) {
    boolean known = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    return known && !entry.isDirectory();
  }
}
