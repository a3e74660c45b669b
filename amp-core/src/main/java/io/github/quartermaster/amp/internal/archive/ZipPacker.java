package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs files and folders into a new zip archive that unpacks to the same times and, where the file
 * system has them, the same modes. Made for backups: quick rather than small. Not for use by
 * several threads.
 */
public final class ZipPacker {
  private static final Set<String> PACKED_ALREADY =
      Set.of("jar", "war", "amp", "zip", "gz", "png", "jpg", "jpeg", "gif", "woff", "woff2", "swf");

  private final ZipArchiveOutputStream zip;

  /** Packs into a channel, from its present position on; it stays open. */
  public ZipPacker(FileChannel out) {
    zip = new ZipArchiveOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Adds an empty folder under this name, which ends without a slash. */
  public void addFolder(String name, Path folder) throws IOException {
    zip.putArchiveEntry(entry(name + "/", folder));
    zip.closeArchiveEntry();
  }

  /** Adds a file under this name. */
  public void addFile(String name, Path file) throws IOException {
    ZipArchiveEntry entry = entry(name, file);
    entry.setMethod(isPackedAlready(name) ? ZipArchiveEntry.STORED : ZipArchiveEntry.DEFLATED);
    zip.putArchiveEntry(entry);
    Files.copy(file, zip);
    zip.closeArchiveEntry();
  }

  /** Writes the directory of the archive; nothing can be added after that. */
  public void finish() throws IOException {
    zip.finish();
  }

  private static ZipArchiveEntry entry(String name, Path path) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    Map<String, Object> attributes = attributes(path);
    if (!(attributes.get("lastModifiedTime") instanceof FileTime modified)) {
      throw new NoSuchFileException(path.toString());
    }
    entry.setLastModifiedTime(modified);
    if (attributes.get("mode") instanceof Integer mode) {
      entry.setUnixMode(mode);
    }
    return entry;
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.readAttributes(path, "unix:lastModifiedTime,mode")
        : Files.readAttributes(path, "lastModifiedTime");
  }

  private static boolean isPackedAlready(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return PACKED_ALREADY.contains(ending.toLowerCase(Locale.ROOT));
  }
}
