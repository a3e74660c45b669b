package io.github.quartermaster.amp.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an installer recorded in a module's {@code modifications.install}. All paths are relative to
 * the WAR's root and have no slash at either end.
 *
 * @param files the files that the module brought, by path
 * @param directories the folders that the module's installation created
 * @param otherLines lines with a first word that this core does not know, kept as they are
 */
public record Modifications(
    SortedMap<String, Change> files, SortedSet<String> directories, List<String> otherLines) {

  /** Copies the collections. */
  public Modifications {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    otherLines = List.copyOf(otherLines);
  }

  /**
   * What happened to one file.
   *
   * @param original where the file that had been there before was put, or null where there was
   *     none; read it by {@link #overwritten()}
   * @param written what the installer wrote, where it noted that, else null; read it by {@link
   *     #content()}
   * @param layer where several modules overwrote one another here, this one's place among them, 1
   *     being the lowest; 0 where it is the only one or nothing was noted
   */
  public record Change(@Nullable String original, @Nullable Fingerprint written, int layer) {
    /** The path in the WAR of the overwritten original, if the module replaced a file. */
    public Optional<String> overwritten() {
      return Optional.ofNullable(original);
    }

    /** What the installer wrote, if it noted that; the Module Management Tool does not. */
    public Optional<Fingerprint> content() {
      return Optional.ofNullable(written);
    }
  }
}
