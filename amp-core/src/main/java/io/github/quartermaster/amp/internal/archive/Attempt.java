package io.github.quartermaster.amp.internal.archive;

import java.nio.file.Path;

/**
 * What is being tried with which file, and the ways to say why it is refused.
 *
 * @param verb as in "tried to read"
 */
record Attempt(String verb, Path file) {

  MalformedArchiveException malformed(String entry, String why) {
    return new MalformedArchiveException(file, entry, why);
  }

  UnsafeArchiveException unsafe(String entry, String why, String advice) {
    return new UnsafeArchiveException(verb, file, entry, why, advice);
  }

  /**
   * Refuses what is larger than a limit.
   *
   * @param name of the limit, as {@link io.github.quartermaster.amp.model.ArchiveLimits} calls it
   */
  UnsafeArchiveException over(String entry, String what, Object limit, String name) {
    return unsafe(
        entry,
        what + ", more than the limit of " + limit,
        "If it can be trusted, raise the limit " + name + ".");
  }
}
