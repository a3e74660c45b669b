package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A zip archive that is another one with changes, ready to be written in one pass.
 *
 * <p>What is unchanged is copied as raw bytes in ranges as large as possible and keeps its place,
 * its compressed bytes and its header. A changed entry takes the place of the old one; new entries
 * follow at the end, sorted by name, so that the manifest stays first and the same input gives the
 * same bytes. The central directory lists the entries in the order they lie in the file.
 *
 * <p>Neither syncs nor renames: that is for the caller, who must take the file for garbage unless
 * {@link #write} returned.
 */
public final class ZipSplice {
  private final List<Step> steps;
  private final byte[] comment;
  private final long expectedSize;

  private ZipSplice(List<Step> steps, byte[] comment) {
    this.steps = steps;
    this.comment = comment;
    this.expectedSize = SpliceSize.of(steps, comment);
  }

  /**
   * Changes to an archive. The base and all sources must stay open and unchanged until it is
   * written.
   *
   * @param removed names of entries of the base to leave out; a name that is in {@code written} too
   *     is replaced
   * @param written the entries to write, by name; a name of the base is replaced in its place
   * @throws ArchiveException if a name is refused, or would be both a file and a directory
   * @throws IllegalArgumentException if the base has not what is to be removed, or a directory's
   *     name and its content do not agree
   */
  public static ZipSplice of(ZipDirectory base, Set<String> removed, Map<String, Content> written)
      throws ArchiveException {
    TreeMap<Integer, String> changed = new TreeMap<>();
    for (String name : removed) {
      ArchiveEntry entry = base.find(name).orElse(null);
      if (entry == null) {
        throw new IllegalArgumentException(base.location() + " has no entry " + name);
      }
      changed.put(base.indexOf(entry), name);
    }
    List<String> added = new ArrayList<>();
    for (String name : written.keySet()) {
      ArchiveEntry entry = base.find(name).orElse(null);
      if (entry == null) {
        added.add(name);
      } else {
        changed.put(base.indexOf(entry), name);
      }
    }
    List<Step> steps = new ArrayList<>();
    int kept = 0;
    for (Map.Entry<Integer, String> change : changed.entrySet()) {
      addKept(steps, base, kept, change.getKey());
      kept = change.getKey() + 1;
      Content content = written.get(change.getValue());
      if (content != null) {
        steps.add(new Step.Written(change.getValue(), content));
      }
    }
    addKept(steps, base, kept, base.entries().size());
    addSorted(steps, added, written);
    SpliceNames names =
        new SpliceNames(steps, new Attempt("change", base.location()), base.limits());
    names.check();
    if (SpliceNames.mayClash(base, removed, written, added)) {
      names.checkTree();
    }
    return new ZipSplice(steps, base.comment());
  }

  /**
   * A new archive.
   *
   * @param target the file it will be, for messages
   */
  public static ZipSplice create(Path target, ArchiveLimits limits, Map<String, Content> written)
      throws ArchiveException {
    List<Step> steps = new ArrayList<>();
    addSorted(steps, new ArrayList<>(written.keySet()), written);
    SpliceNames names = new SpliceNames(steps, new Attempt("write", target), limits);
    names.check();
    names.checkTree();
    return new ZipSplice(steps, new byte[0]);
  }

  private static void addKept(List<Step> steps, ZipDirectory base, int first, int end) {
    if (first < end) {
      steps.add(new Step.Kept(base, first, end));
    }
  }

  private static void addSorted(
      List<Step> steps, List<String> names, Map<String, Content> written) {
    names.sort(MANIFEST_FIRST);
    for (String name : names) {
      steps.add(new Step.Written(name, Objects.requireNonNull(written.get(name))));
    }
  }

  /** Where a jar has its manifest, and where streaming readers look for it: at the beginning. */
  private static final Comparator<String> MANIFEST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(String a, String b) {
          int byPlace = Integer.compare(place(a), place(b));
          return byPlace == 0 ? a.compareTo(b) : byPlace;
        }

        private int place(String name) {
          return name.equals("META-INF/") ? 0 : name.equals("META-INF/MANIFEST.MF") ? 1 : 2;
        }
      };

  /**
   * How many bytes the archive will have, at most. It is exact where no content is given that gets
   * deflated, and the archive stays below 4 GiB.
   */
  public long expectedSize() {
    return expectedSize;
  }

  /**
   * Writes the archive from the channel's position on. Contents taken from other archives are
   * verified by a second thread meanwhile; when this returns, all of them have been, and so have
   * the local headers of all entries that were kept.
   *
   * @param out opened for writing, at its end; not closed, and not forced to disk
   * @throws ArchiveException if the base or a source turns out not to be what it declares
   */
  public void write(FileChannel out, Progress progress) throws IOException {
    new SpliceWriter(new SpliceOutput(out, progress, expectedSize), steps, comment).write();
  }
}
