package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rule book: which archives and folders are refused, whoever reads them. One object checks one
 * tree.
 *
 * <p>Decided with real archives in mind: names that differ only in case are allowed (servers run on
 * Linux), bytes before the first entry are refused (they would be lost, or hide a second archive),
 * bytes between entries are tolerated and belong to the entry before them (data descriptors, and
 * what careless editors leave).
 */
final class ArchiveRules {
  private static final String PLAIN_NAMES =
      "Do not use it unless its maker can be trusted; have it repacked with plain relative names.";
  private static final String REPACK = "Have it repacked, stored or deflated, without encryption.";

  private final String verb;
  private final Path file;
  private final ArchiveLimits limits;
  private long totalSize;
  private long totalCompressed;

  /**
   * @param verb what is being done to the file, for messages
   */
  ArchiveRules(String verb, Path file, ArchiveLimits limits) {
    this.verb = verb;
    this.file = file;
    this.limits = limits;
  }

  /** Checks every entry, and all of them as one tree. */
  EntryIndex index(List<ArchiveEntry> entries) throws ArchiveException {
    Map<String, ArchiveEntry> byName = new HashMap<>(entries.size() * 4 / 3 + 1);
    List<String> names = new ArrayList<>(entries.size());
    for (ArchiveEntry entry : entries) {
      checkName(entry.name());
      checkReadable(entry);
      checkSizes(entry);
      names.add(entry.name());
      if (byName.put(entry.name(), entry) != null) {
        throw unsafe(entry.name(), "occurs twice", PLAIN_NAMES);
      }
    }
    return new EntryIndex(byName, directories(names, byName.keySet()));
  }

  /** Called before anything is read that depends on these numbers. */
  void checkCount(long entries, long directoryBytes) throws ArchiveException {
    if (entries > limits.maxEntries()) {
      throw over("", "has " + entries + " entries", limits.maxEntries(), "maxEntries");
    }
    if (directoryBytes > limits.maxDirectoryBytes()) {
      throw over(
          "",
          "has a central directory of " + directoryBytes + " bytes",
          limits.maxDirectoryBytes(),
          "maxDirectoryBytes");
    }
  }

  /** A relative path of plain segments, for a directory ending in one {@code /}. */
  void checkName(String name) throws ArchiveException {
    if (name.isEmpty()) {
      throw unsafe(name, "has an entry without a name", PLAIN_NAMES);
    }
    int segment = 0;
    boolean ascii = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/') {
        checkSegment(name, segment, i);
        segment = i + 1;
      } else if (c == '\\') {
        throw unsafe(name, "contains a backslash", PLAIN_NAMES);
      } else if (c < 0x20 || c == 0x7f) {
        throw unsafe(name, "contains the control character " + (int) c, PLAIN_NAMES);
      } else if (c == ':' && i == 1 && isLetter(name.charAt(0))) {
        throw unsafe(name, "starts with a drive letter", PLAIN_NAMES);
      }
      ascii &= c < 0x80;
    }
    if (segment < name.length()) {
      checkSegment(name, segment, name.length());
    }
    int bytes = ascii ? name.length() : name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > limits.maxNameBytes()) {
      throw over(name, "has a name of " + bytes + " bytes", limits.maxNameBytes(), "maxNameBytes");
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void checkSegment(String name, int start, int end) throws ArchiveException {
    int length = end - start;
    if (length == 0) {
      throw unsafe(name, start == 0 ? "has an absolute name" : "has an empty segment", PLAIN_NAMES);
    }
    if (name.charAt(start) == '.'
        && (length == 1 || (length == 2 && name.charAt(start + 1) == '.'))) {
      throw unsafe(name, "has a segment that is . or ..", PLAIN_NAMES);
    }
  }

  private void checkReadable(ArchiveEntry entry) throws ArchiveException {
    int encryption =
        ZipFormat.FLAG_ENCRYPTED | ZipFormat.FLAG_STRONG_ENCRYPTION | ZipFormat.FLAG_MASKED_HEADERS;
    if ((entry.flags() & encryption) != 0) {
      throw unsafe(entry.name(), "is encrypted", REPACK);
    }
    if ((entry.method() != ZipFormat.STORED && entry.method() != ZipFormat.DEFLATED)
        || (entry.flags() & ZipFormat.FLAG_PATCH_DATA) != 0) {
      throw unsafe(
          entry.name(),
          "uses compression method " + entry.method() + ", which is not supported",
          REPACK);
    }
    if (entry.method() == ZipFormat.STORED && entry.size() != entry.compressedSize()) {
      throw malformed(
          entry.name(),
          "is stored, but declares "
              + entry.size()
              + " bytes of content in "
              + entry.compressedSize()
              + " bytes");
    }
    if (entry.isDirectory() && entry.size() != 0) {
      throw malformed(entry.name(), "is a directory with a content of " + entry.size() + " bytes");
    }
  }

  private void checkSizes(ArchiveEntry entry) throws ArchiveException {
    if (entry.size() > limits.maxEntryBytes()) {
      throw over(
          entry.name(),
          "expands to " + entry.size() + " bytes",
          limits.maxEntryBytes(),
          "maxEntryBytes");
    }
    if (expandsTooFar(entry.size(), entry.compressedSize())) {
      throw over(
          entry.name(),
          "expands from " + entry.compressedSize() + " to " + entry.size() + " bytes",
          limits.maxRatio() + " times",
          "maxRatio");
    }
    totalCompressed += entry.compressedSize();
    if (entry.size() > limits.maxTotalBytes() - totalSize) {
      throw over(
          "",
          "expands to more than " + limits.maxTotalBytes() + " bytes",
          limits.maxTotalBytes(),
          "maxTotalBytes");
    }
    totalSize += entry.size();
    if (expandsTooFar(totalSize, totalCompressed)) {
      throw over(
          "",
          "expands from " + totalCompressed + " to " + totalSize + " bytes",
          limits.maxRatio() + " times",
          "maxRatio");
    }
  }

  private boolean expandsTooFar(long size, long compressedSize) {
    return size > ArchiveLimits.RATIO_FLOOR && size / limits.maxRatio() > compressedSize;
  }

  /**
   * All directories, also those merely implied, without trailing {@code /}. None of them may be a
   * file as well.
   *
   * @param names all names, best in an order that keeps neighbours together
   */
  Set<String> directories(List<String> names, Set<String> all) throws ArchiveException {
    Set<String> directories = new HashSet<>();
    long bytes = 0;
    String last = "";
    for (String name : names) {
      int end = name.lastIndexOf('/') + 1;
      if (end == last.length() && name.startsWith(last)) {
        continue;
      }
      last = name.substring(0, end);
      for (int i = end - 1; i > 0; i = name.lastIndexOf('/', i - 1)) {
        String directory = name.substring(0, i);
        if (!directories.add(directory)) {
          break;
        }
        checkIsNoFile(directory, all);
        bytes += i;
        if (bytes > limits.maxDirectoryBytes()) {
          throw over(
              "",
              "has directories whose names add up to " + bytes + " bytes",
              limits.maxDirectoryBytes(),
              "maxDirectoryBytes");
        }
      }
    }
    return directories;
  }

  private void checkIsNoFile(String directory, Set<String> all) throws ArchiveException {
    if (all.contains(directory)) {
      throw unsafe(directory, "is both a file and a directory", PLAIN_NAMES);
    }
  }

  /** The entries in the order they lie in the file, none touching its neighbour's bytes. */
  List<ArchiveEntry> inPhysicalOrder(List<ArchiveEntry> entries, long directoryStart)
      throws ArchiveException {
    List<ArchiveEntry> sorted = entries;
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).offset() > entries.get(i).offset()) {
        sorted = new ArrayList<>(entries);
        sorted.sort(BY_OFFSET);
        break;
      }
    }
    long first = sorted.isEmpty() ? directoryStart : sorted.get(0).offset();
    if (first != 0) {
      throw malformed("", "has " + first + " bytes before its first entry");
    }
    for (int i = 0; i < sorted.size(); i++) {
      ArchiveEntry entry = sorted.get(i);
      long end = i + 1 < sorted.size() ? sorted.get(i + 1).offset() : directoryStart;
      int header = ZipFormat.LOCAL_LENGTH + entry.name().length();
      if (entry.offset() > directoryStart
          || end > directoryStart
          || entry.compressedSize() > end - entry.offset() - header) {
        throw malformed(
            entry.name(),
            "at byte "
                + entry.offset()
                + " with "
                + entry.compressedSize()
                + " compressed bytes reaches into what starts at byte "
                + end);
      }
    }
    return sorted;
  }

  private static final Comparator<ArchiveEntry> BY_OFFSET =
      new Comparator<>() {
        @Override
        public int compare(ArchiveEntry a, ArchiveEntry b) {
          return Long.compare(a.offset(), b.offset());
        }
      };

  private MalformedArchiveException malformed(String entry, String why) {
    return new MalformedArchiveException(file, entry, why);
  }

  private UnsafeArchiveException unsafe(String entry, String why, String advice) {
    return new UnsafeArchiveException(verb, file, entry, why, advice);
  }

  private UnsafeArchiveException over(String entry, String what, Object limit, String name) {
    return unsafe(
        entry,
        what + ", more than the limit of " + limit,
        "If it can be trusted, raise the limit " + name + ".");
  }
}
