package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip archive whose central directory is read by commons-compress. Held to the same rules as
 * {@link ZipDirectory}, whose checks of the end record make sure beforehand that the library sees
 * the archive we see.
 */
public final class ZipArchive extends ZipTree {
  /** Its finalizer closes the channel, so it has to live as long as this does. */
  private final ZipFile zip;

  private ZipArchive(Path location, EntryIndex index, FileChannel channel, ZipFile zip) {
    super(location, index, channel);
    this.zip = zip;
  }

  /**
   * Opens an archive and checks all that can be checked without reading the entries themselves.
   *
   * @throws ArchiveException if it is refused
   */
  public static ZipArchive open(Path file, ArchiveLimits limits) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return open(file, channel, limits);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static ZipArchive open(Path file, FileChannel channel, ArchiveLimits limits)
      throws IOException {
    ArchiveRules rules = new ArchiveRules(file, limits);
    EndRecord end = EndRecord.read(channel, file);
    rules.checkCount(end.entries(), end.directorySize());
    ZipFile zip = parse(file, channel);
    List<ArchiveEntry> listed = list(zip, file);
    if (listed.size() != end.entries()) {
      throw new MalformedArchiveException(
          file, "declares " + end.entries() + " entries, but its directory has " + listed.size());
    }
    EntryIndex index = rules.index(rules.inPhysicalOrder(listed, end.directoryStart()));
    return new ZipArchive(file, index, channel, zip);
  }

  private static ZipFile parse(Path location, FileChannel channel) throws IOException {
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(channel)
          .setUseUnicodeExtraFields(false)
          .setIgnoreLocalFileHeader(true)
          .get();
    } catch (IOException | RuntimeException e) {
      // of crafted archives the library throws whatever its parsing runs into
      MalformedArchiveException malformed =
          new MalformedArchiveException(location, "cannot be parsed (" + deepest(e) + ")");
      malformed.initCause(e);
      throw malformed;
    }
  }

  private static List<ArchiveEntry> list(ZipFile zip, Path location)
      throws MalformedArchiveException {
    List<ArchiveEntry> listed = new ArrayList<>();
    Enumeration<ZipArchiveEntry> found = zip.getEntries();
    while (found.hasMoreElements()) {
      listed.add(entry(found.nextElement(), location));
    }
    return listed;
  }

  private static String deepest(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown.toString() : deepest(cause);
  }

  private static ArchiveEntry entry(ZipArchiveEntry found, Path location)
      throws MalformedArchiveException {
    byte[] raw = found.getRawName();
    String name = CentralHeader.name(raw, 0, raw.length, location);
    if (found.getDiskNumberStart() != 0) {
      throw new MalformedArchiveException(
          location, name, "lies on another volume, number " + found.getDiskNumberStart());
    }
    if (found.getSize() < 0 || found.getCompressedSize() < 0 || found.getLocalHeaderOffset() < 0) {
      throw new MalformedArchiveException(location, name, "has a size or offset out of range");
    }
    LocalDateTime time =
        LocalDateTime.ofInstant(found.getLastModifiedTime().toInstant(), ZoneId.systemDefault());
    return new ArchiveEntry(
        name,
        found.getSize(),
        found.getCompressedSize(),
        found.getCrc(),
        found.getMethod(),
        found.getRawFlag(),
        DosTime.of(time).packed(),
        found.getLocalHeaderOffset(),
        ArchiveEntry.UNKNOWN);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
