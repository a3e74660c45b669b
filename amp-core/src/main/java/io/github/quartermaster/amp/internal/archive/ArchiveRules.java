package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule book: which archives and folders are refused, whoever reads them. One object checks one
 * tree; what concerns names is in {@link NameRules}.
 *
 * <p>Decided with real archives in mind: bytes before the first entry are refused (they would be
 * lost, or hide a second archive), bytes between entries are tolerated and belong to the entry
 * before them (data descriptors, and what careless editors leave).
 */
final class ArchiveRules {
  private static final String REPACK = "Have it repacked, stored or deflated, without encryption.";
  private static final int ENCRYPTION =
      ZipFormat.FLAG_ENCRYPTED | ZipFormat.FLAG_STRONG_ENCRYPTION | ZipFormat.FLAG_MASKED_HEADERS;

  private final Attempt attempt;
  private final ArchiveLimits limits;
  private final NameRules names;
  private final Map<String, ArchiveEntry> byName = new HashMap<>();
  private long totalSize;
  private long totalCompressed;

  ArchiveRules(Path file, ArchiveLimits limits) {
    this.attempt = new Attempt("read", file);
    this.limits = limits;
    this.names = new NameRules(attempt, limits);
  }

  /** Called before anything is read that depends on these numbers. */
  void checkCount(long entries, long directoryBytes) throws ArchiveException {
    if (entries > limits.maxEntries()) {
      throw attempt.over("", "has " + entries + " entries", limits.maxEntries(), "maxEntries");
    }
    if (directoryBytes > limits.maxDirectoryBytes()) {
      throw attempt.over(
          "",
          "has a central directory of " + directoryBytes + " bytes",
          limits.maxDirectoryBytes(),
          "maxDirectoryBytes");
    }
  }

  /** Called before a file of that name is looked at. */
  void checkName(String name) throws ArchiveException {
    names.check(name);
  }

  /** Checks every entry, and all of them as one tree. */
  EntryIndex index(List<ArchiveEntry> entries) throws ArchiveException {
    for (ArchiveEntry entry : entries) {
      add(entry);
    }
    return new EntryIndex(entries, byName, names.directories(byName.keySet()));
  }

  private void add(ArchiveEntry entry) throws ArchiveException {
    names.add(entry.name());
    checkReadable(entry);
    checkSizes(entry);
    if (byName.put(entry.name(), entry) != null) {
      throw names.twice(entry.name());
    }
  }

  private void checkReadable(ArchiveEntry entry) throws ArchiveException {
    int method = entry.method();
    if ((entry.flags() & ENCRYPTION) != 0) {
      throw attempt.unsafe(entry.name(), "is encrypted", REPACK);
    }
    if ((method != ZipFormat.STORED && method != ZipFormat.DEFLATED)
        || (entry.flags() & ZipFormat.FLAG_PATCH_DATA) != 0) {
      throw attempt.unsafe(
          entry.name(), "uses compression method " + method + ", which is not supported", REPACK);
    }
    if (method == ZipFormat.STORED && entry.size() != entry.compressedSize()) {
      throw attempt.malformed(
          entry.name(),
          "is stored, but declares "
              + entry.size()
              + " bytes of content in "
              + entry.compressedSize()
              + " bytes");
    }
    if (entry.isDirectory() && entry.size() != 0) {
      throw attempt.malformed(
          entry.name(), "is a directory with a content of " + entry.size() + " bytes");
    }
  }

  private void checkSizes(ArchiveEntry entry) throws ArchiveException {
    if (entry.size() > limits.maxEntryBytes()) {
      throw attempt.over(
          entry.name(),
          "expands to " + entry.size() + " bytes",
          limits.maxEntryBytes(),
          "maxEntryBytes");
    }
    checkRatio(entry.name(), entry.size(), entry.compressedSize());
    if (entry.size() > limits.maxTotalBytes() - totalSize) {
      throw attempt.over(
          "",
          "expands to more than " + limits.maxTotalBytes() + " bytes",
          limits.maxTotalBytes(),
          "maxTotalBytes");
    }
    totalSize += entry.size();
    totalCompressed += entry.compressedSize();
    checkRatio("", totalSize, totalCompressed);
  }

  private void checkRatio(String entry, long size, long compressedSize) throws ArchiveException {
    if (size > ArchiveLimits.RATIO_FLOOR && size / limits.maxRatio() > compressedSize) {
      throw attempt.over(
          entry,
          "expands from " + compressedSize + " to " + size + " bytes",
          limits.maxRatio() + " times",
          "maxRatio");
    }
  }

  /** The entries in the order they lie in the file, none touching its neighbour's bytes. */
  List<ArchiveEntry> inPhysicalOrder(List<ArchiveEntry> entries, long directoryStart)
      throws ArchiveException {
    List<ArchiveEntry> sorted = entries;
    if (!areSorted(entries)) {
      sorted = new ArrayList<>(entries);
      sorted.sort(BY_OFFSET);
    }
    long first = sorted.isEmpty() ? directoryStart : sorted.get(0).offset();
    if (first != 0) {
      throw attempt.malformed("", "has " + first + " bytes before its first entry");
    }
    long end = directoryStart;
    for (int i = sorted.size() - 1; i >= 0; i--) {
      end = checkExtent(sorted.get(i), end);
    }
    return sorted;
  }

  private static boolean areSorted(List<ArchiveEntry> entries) {
    ArchiveEntry previous = null;
    for (ArchiveEntry entry : entries) {
      if (previous != null && BY_OFFSET.compare(previous, entry) > 0) {
        return false;
      }
      previous = entry;
    }
    return true;
  }

  /** Returns where the entry starts, and so the one before it must end. */
  private long checkExtent(ArchiveEntry entry, long end) throws ArchiveException {
    // the local header repeats the name, which takes at least a byte for each character
    int header = ZipFormat.LOCAL_LENGTH + entry.name().length();
    if (entry.offset() > end || entry.compressedSize() > end - entry.offset() - header) {
      throw attempt.malformed(
          entry.name(),
          "at byte "
              + entry.offset()
              + " with "
              + entry.compressedSize()
              + " compressed bytes reaches into what starts at byte "
              + end);
    }
    return entry.offset();
  }

  private static final Comparator<ArchiveEntry> BY_OFFSET =
      new Comparator<>() {
        @Override
        public int compare(ArchiveEntry a, ArchiveEntry b) {
          return Long.compare(a.offset(), b.offset());
        }
      };
}
