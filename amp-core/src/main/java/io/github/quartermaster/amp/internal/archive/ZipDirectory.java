package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A zip archive known by its central directory alone: opening it reads the end of the file, nothing
 * else. It keeps the directory's bytes and the exact range each entry occupies, which no library
 * hands out and {@link ZipSplice} needs to copy what is unchanged without looking into it.
 */
public final class ZipDirectory implements ZipTree {
  private final Path location;
  private final FileChannel channel;
  private final ArchiveLimits limits;
  private final EndRecord end;
  private final byte[] directory;
  private final List<ArchiveEntry> entries;
  private final EntryIndex index;

  private ZipDirectory(Path location, FileChannel channel, ArchiveLimits limits)
      throws IOException {
    this.location = location;
    this.channel = channel;
    this.limits = limits;
    ArchiveRules rules = new ArchiveRules(location, limits);
    end = EndRecord.read(channel, location);
    rules.checkCount(end.entries(), end.directorySize());
    directory = new byte[(int) end.directorySize()];
    EndRecord.readFully(channel, end.directoryStart(), directory, location);
    entries = Collections.unmodifiableList(rules.inPhysicalOrder(parse(), end.directoryStart()));
    index = rules.index(entries);
  }

  /**
   * Opens an archive and checks all that can be checked without reading the entries themselves.
   *
   * @throws ArchiveException if it is refused
   */
  public static ZipDirectory open(Path file, ArchiveLimits limits) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new ZipDirectory(file, channel, limits);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private List<ArchiveEntry> parse() throws MalformedArchiveException {
    int count = (int) end.entries();
    List<ArchiveEntry> parsed = new ArrayList<>(count);
    int at = 0;
    while (at < directory.length && parsed.size() <= count) {
      CentralHeader header = CentralHeader.at(directory, at, location);
      parsed.add(header.parse());
      at += header.length();
    }
    if (parsed.size() != count) {
      throw new MalformedArchiveException(
          location,
          "declares "
              + count
              + " entries, but its directory has "
              + (parsed.size() > count ? "more" : parsed.size()));
    }
    return parsed;
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
    return index + 1 < entries.size() ? entries.get(index + 1).offset() : end.directoryStart();
  }

  /** The place of an entry of this archive among the others. */
  int indexOf(ArchiveEntry entry) {
    int low = 0;
    int high = entries.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).offset() < entry.offset()) {
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
    return CentralHeader.of(directory, entry, location);
  }
}
