package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip archive whose central directory is read by commons-compress. Held to the same rules as
 * {@link ZipDirectory}, whose checks of the end record make sure beforehand that the library sees
 * the archive we see.
 */
public final class ZipArchive implements ZipTree {
  private final Path location;
  private final FileChannel channel;

  /** Its finalizer closes the channel, so it has to live as long as this does. */
  private final ZipFile zip;

  private final List<ArchiveEntry> entries;
  private final EntryIndex index;

  private ZipArchive(Path location, FileChannel channel, ArchiveLimits limits) throws IOException {
    this.location = location;
    this.channel = channel;
    ArchiveRules rules = new ArchiveRules(location, limits);
    EndRecord end = EndRecord.read(channel, location);
    rules.checkCount(end.entries(), end.directorySize());
    zip = parse(location, channel);
    List<ArchiveEntry> listed = list();
    if (listed.size() != end.entries()) {
      throw new MalformedArchiveException(
          location,
          "declares " + end.entries() + " entries, but its directory has " + listed.size());
    }
    entries = Collections.unmodifiableList(rules.inPhysicalOrder(listed, end.directoryStart()));
    index = rules.index(entries);
  }

  /**
   * Opens an archive and checks all that can be checked without reading the entries themselves.
   *
   * @throws ArchiveException if it is refused
   */
  public static ZipArchive open(Path file, ArchiveLimits limits) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new ZipArchive(file, channel, limits);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
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

  private List<ArchiveEntry> list() throws MalformedArchiveException {
    List<ArchiveEntry> listed = new ArrayList<>();
    Enumeration<ZipArchiveEntry> found = zip.getEntries();
    while (found.hasMoreElements()) {
      listed.add(entry(found.nextElement()));
    }
    return listed;
  }

  private static String deepest(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown.toString() : deepest(cause);
  }

  private ArchiveEntry entry(ZipArchiveEntry found) throws MalformedArchiveException {
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
  public Path location() {
    return location;
  }

  @Override
  public List<ArchiveEntry> entries() {
    return entries;
  }

  @Override
  public Optional<ArchiveEntry> find(String name) {
    return index.find(name);
  }

  @Override
  public boolean hasDirectory(String name) {
    return index.hasDirectory(name);
  }

  @Override
  public FileChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
