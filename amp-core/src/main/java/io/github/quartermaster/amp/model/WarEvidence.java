package io.github.quartermaster.amp.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tells whether a WAR is as its modules' installers had left it.
 *
 * @param war with a checksum of every file that a module recorded
 * @param records all records that can be read, be their module's state readable or not, by path;
 *     without lines that say nothing
 * @param untidyRecords those of them that hold such lines, on which the Module Management Tool
 *     fails
 * @param unreadableRecords records that cannot be read, with the reason, by path
 * @param mendableStates states that Alfresco cannot read, as they would be without what it cannot
 *     read, by path
 * @param libraryModules modules inside of libraries
 * @param brokenLibraryModules why the state of a module inside of a library cannot be read, by the
 *     path of the library
 * @param leftovers files and folders beside or in the WAR that runs left which ended too early
 * @param deployable backups of an exploded WAR that a servlet container would deploy
 */
public record WarEvidence(
    WarInventory war,
    SortedMap<String, Modifications> records,
    SortedSet<String> untidyRecords,
    SortedMap<String, String> unreadableRecords,
    SortedMap<String, MendedState> mendableStates,
    List<LibraryModule> libraryModules,
    SortedMap<String, String> brokenLibraryModules,
    List<String> leftovers,
    List<String> deployable) {

  /** Copies the collections. */
  public WarEvidence {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    untidyRecords = Collections.unmodifiableSortedSet(new TreeSet<>(untidyRecords));
    unreadableRecords = Collections.unmodifiableSortedMap(new TreeMap<>(unreadableRecords));
    mendableStates = Collections.unmodifiableSortedMap(new TreeMap<>(mendableStates));
    libraryModules = List.copyOf(libraryModules);
    brokenLibraryModules = Collections.unmodifiableSortedMap(new TreeMap<>(brokenLibraryModules));
    leftovers = List.copyOf(leftovers);
    deployable = List.copyOf(deployable);
  }

  /**
   * A state that Alfresco will be able to read.
   *
   * @param why what it cannot read now
   * @param installed the install date, or null where none can be read
   */
  public record MendedState(
      AmpModule module,
      String why,
      java.time.@org.jspecify.annotations.Nullable Instant installed) {}
}
