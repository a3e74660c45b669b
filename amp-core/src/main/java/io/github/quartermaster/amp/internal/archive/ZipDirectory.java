package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A zip archive known by its central directory alone: opening it reads the end of the file, nothing
 * else. It keeps the directory's bytes and the exact range each entry occupies, which no library
 * hands out and {@link ZipSplice} needs to copy what is unchanged without looking into it.
 */
public final class ZipDirectory extends ZipTree {
  private final ArchiveLimits limits;
  private final EndRecord end;
  private final byte[] directory;

  private ZipDirectory(
      Path location,
      FileChannel channel,
      EntryIndex index,
      ArchiveLimits limits,
      EndRecord end,
      byte[] directory) {
    super(location, index, channel);
    this.limits = limits;
    this.end = end;
    this.directory = directory;
  }

  /**
   * Opens an archive and checks all that can be checked without reading the entries themselves.
   *
   * @throws ArchiveException if it is refused
   */
  public static ZipDirectory open(Path file, ArchiveLimits limits) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return open(file, channel, limits);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static ZipDirectory open(Path file, FileChannel channel, ArchiveLimits limits)
      throws IOException {
    ArchiveRules rules = new ArchiveRules(file, limits);
    EndRecord end = EndRecord.read(channel, file);
    rules.checkCount(end.entries(), end.directorySize());
    byte[] directory = new byte[(int) end.directorySize()];
    EndRecord.readFully(channel, end.directoryStart(), directory, file);
    List<ArchiveEntry> entries = parse(directory, (int) end.entries(), file);
    EntryIndex index = rules.index(rules.inPhysicalOrder(entries, end.directoryStart()));
    return new ZipDirectory(file, channel, index, limits, end, directory);
  }

  private static List<ArchiveEntry> parse(byte[] directory, int count, Path file)
      throws MalformedArchiveException {
    List<ArchiveEntry> parsed = new ArrayList<>(count);
    int at = 0;
    while (at < directory.length && parsed.size() <= count) {
      CentralHeader header = CentralHeader.at(directory, at, file);
      parsed.add(header.parse());
      at += header.length();
    }
    if (parsed.size() != count) {
      throw new MalformedArchiveException(
          file,
          "declares "
              + count
              + " entries, but its directory has "
              + (parsed.size() > count ? "more" : parsed.size()));
    }
    return parsed;
  }

  /** The archive's comment as it is stored. */
  public byte[] comment() {
    return end.comment();
  }

  /** The limits it was opened with, which hold for what is made from it too. */
  ArchiveLimits limits() {
    return limits;
  }

  /** Where the next entry, or the central directory, starts. */
  long endOf(int index) {
    return index + 1 < entries().size() ? entries().get(index + 1).offset() : end.directoryStart();
  }

  /** The place of an entry of this archive among the others. */
  int indexOf(ArchiveEntry entry) {
    int low = 0;
    int high = entries().size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries().get(middle).offset() < entry.offset()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many bytes all headers take together. */
  int directoryLength() {
    return directory.length;
  }

  CentralHeader header(ArchiveEntry entry) {
    return CentralHeader.of(directory, entry, location());
  }
}
