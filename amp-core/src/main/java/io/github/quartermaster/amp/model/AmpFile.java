package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An AMP that was read: where it lies, what it declares, and where each of its files goes.
 *
 * @param location the file, or the folder laid out like an AMP
 * @param tier the WAR that it belongs to
 * @param files the files that it brings, by their path in the WAR
 * @param directories the folders that it brings, by their path in the WAR, without a slash at the
 *     end; also empty ones, not those that merely lead to a file
 * @param bundled other modules that it brings along, by the path of their state in the WAR
 * @param findings what was found odd while reading it; warnings only
 */
public record AmpFile(
    Path location,
    Tier tier,
    AmpModule module,
    SortedMap<String, MappedFile> files,
    SortedSet<String> directories,
    SortedMap<String, AmpModule> bundled,
    List<Problem> findings) {

  /** Copies the collections. */
  public AmpFile {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    bundled = Collections.unmodifiableSortedMap(new TreeMap<>(bundled));
    findings = List.copyOf(findings);
  }

  /** What makes this module one and the same as another AMP's. */
  public ModuleKey key() {
    return new ModuleKey(module.id(), tier);
  }

  /** The last part of the location. */
  public String fileName() {
    Path name = location.getFileName();
    return name == null ? location.toString() : name.toString();
  }

  /** Whether both AMPs would leave the same WAR behind. */
  public boolean hasSameContentAs(AmpFile other) {
    return module.properties().equals(other.module.properties())
        && directories.equals(other.directories)
        && files.keySet().equals(other.files.keySet())
        && files.entrySet().stream()
            .allMatch(file -> other.brings(file.getKey(), file.getValue().fingerprint()));
  }

  private boolean brings(String path, Fingerprint fingerprint) {
    MappedFile file = files.get(path);
    return file != null && file.fingerprint().matches(fingerprint);
  }

  /**
   * A file of an AMP.
   *
   * @param source its name inside the AMP
   * @param fingerprint its content, in short
   */
  public record MappedFile(String source, Fingerprint fingerprint) {}
}
