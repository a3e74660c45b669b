package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is in a WAR, as far as planning needs it.
 *
 * @param path the WAR as the user named it
 * @param exploded whether it is a folder
 * @param stamp what the file looked like when it was read
 * @param files all files by path; those of an exploded WAR have a checksum only where one was asked
 *     for
 * @param directories all folders, without a slash at the end; also those that merely lead to a file
 * @param modules the installed modules, by id
 * @param findings what was found odd; warnings only
 */
public record WarInventory(
    Path path,
    boolean exploded,
    FileStamp stamp,
    Tier tier,
    WarProduct product,
    SortedMap<String, Fingerprint> files,
    SortedSet<String> directories,
    List<InstalledModule> modules,
    List<Problem> findings) {

  /** Keeps read-only views; the maps are large, and the reader gives them away. */
  public WarInventory {
    files = Collections.unmodifiableSortedMap(files);
    directories = Collections.unmodifiableSortedSet(directories);
    modules = List.copyOf(modules);
    findings = List.copyOf(findings);
  }

  /** The installed module of this id, if there is one. */
  public Optional<InstalledModule> module(ModuleId id) {
    return modules.stream().filter(module -> module.id().equals(id)).findFirst();
  }
}
