package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that changes in a WAR, as a value: what goes, and what is written from where. Sources always
 * mean the WAR as it is before any change, so the order of execution does not matter.
 *
 * @param removed files that go
 * @param written files that come or change, by path
 * @param directoriesRemoved folders that go, without a slash at the end
 * @param directoriesAdded folders that come, without a slash at the end
 */
public record WarEdit(
    SortedSet<String> removed,
    SortedMap<String, Source> written,
    SortedSet<String> directoriesRemoved,
    SortedSet<String> directoriesAdded) {

  /** The edit that changes nothing. */
  public static final WarEdit NONE =
      new WarEdit(new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

  /** Copies the collections. */
  public WarEdit {
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
    directoriesRemoved = Collections.unmodifiableSortedSet(new TreeSet<>(directoriesRemoved));
    directoriesAdded = Collections.unmodifiableSortedSet(new TreeSet<>(directoriesAdded));
  }

  /** Whether the WAR stays as it is. */
  public boolean isEmpty() {
    return removed.isEmpty()
        && written.isEmpty()
        && directoriesRemoved.isEmpty()
        && directoriesAdded.isEmpty();
  }

  /** Where a content comes from. */
  public sealed interface Source {
    /**
     * A file of an AMP.
     *
     * @param amp where the AMP lies
     * @param entry the file's name inside the AMP
     * @param fingerprint what the plan was made for
     */
    record FromAmp(Path amp, String entry, Fingerprint fingerprint) implements Source {}

    /**
     * Another file of the same WAR, or the same one.
     *
     * @param path its path before the change
     */
    record FromWar(String path) implements Source {}

    /**
     * The {@code module.properties} that tells Alfresco of an installed module.
     *
     * @param installDate to the millisecond
     */
    record StateOf(AmpModule module, Instant installDate) implements Source {}

    /** The {@code modifications.install} that tells the next installer what was changed. */
    record RecordOf(Modifications modifications) implements Source {}
  }
}
