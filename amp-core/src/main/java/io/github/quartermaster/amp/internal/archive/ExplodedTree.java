package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * A folder in the place of an archive: an exploded WAR, or an AMP laid out as a folder. Its entries
 * are as they were when it was opened; a file that has changed its size since is not read.
 *
 * <p>Symbolic links are followed as long as they lead to something inside the folder; links that
 * lead out of it, nowhere or in circles are refused, and so is everything that is neither file nor
 * directory.
 */
public final class ExplodedTree extends ArchiveTree {
  private static final int BUFFER = 64 << 10;

  private ExplodedTree(Path location, EntryIndex index) {
    super(location, index);
  }

  /**
   * Lists a folder and checks names and sizes.
   *
   * @throws ArchiveException if it is refused
   */
  public static ExplodedTree open(Path folder, ArchiveLimits limits) throws IOException {
    ArchiveRules rules = new ArchiveRules(folder, limits);
    return new ExplodedTree(folder, rules.index(new FolderScan(folder, rules).entries()));
  }

  /** Where the entry's file or directory lies. */
  public Path path(ArchiveEntry entry) {
    return location().resolve(entry.name());
  }

  @Override
  public byte[] read(ArchiveEntry entry, int maxBytes) throws IOException {
    if (entry.size() > maxBytes) {
      throw new UnsafeArchiveException(
          location(),
          entry.name(),
          "has " + entry.size() + " bytes where no more than " + maxBytes + " are expected",
          "Look into the folder: this file should be small.");
    }
    ExactBytes content = new ExactBytes((int) entry.size());
    copyTo(entry, content);
    return content.bytes();
  }

  @Override
  public void copyTo(ArchiveEntry entry, OutputStream sink) throws IOException {
    if (entry.isDirectory()) {
      return;
    }
    byte[] buffer = new byte[(int) Math.min(BUFFER, entry.size() + 1)];
    long left = entry.size();
    try (InputStream in = Files.newInputStream(path(entry))) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw changed(entry);
        }
        sink.write(buffer, 0, read);
      }
    }
    if (left > 0) {
      throw changed(entry);
    }
  }

  private FileSystemException changed(ArchiveEntry entry) {
    return new FileSystemException(
        path(entry).toString(), null, "has no longer the " + entry.size() + " bytes it had");
  }

  @Override
  public Fingerprint fingerprint(ArchiveEntry entry) throws IOException {
    Checksum checksum = new Checksum();
    copyTo(entry, checksum);
    return new Fingerprint(entry.size(), checksum.crc.getValue());
  }

  @Override
  public void close() {
    // nothing is held open between calls
  }

  private static final class Checksum extends OutputStream {
    private final CRC32 crc = new CRC32();

    @Override
    public void write(int b) {
      crc.update(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      crc.update(bytes, offset, length);
    }
  }
}
