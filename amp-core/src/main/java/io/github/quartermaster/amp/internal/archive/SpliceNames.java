package io.github.quartermaster.amp.internal.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that what is about to be written could be opened again. */
final class SpliceNames {
  private final List<Step> steps;
  private final ArchiveRules rules;

  SpliceNames(List<Step> steps, ArchiveRules rules) {
    this.steps = steps;
    this.rules = rules;
  }

  /** Each new name for itself, and their number. */
  void check() throws ArchiveException {
    long entries = 0;
    for (Step step : steps) {
      if (step instanceof Step.Kept kept) {
        entries += kept.end() - kept.first();
      } else if (step instanceof Step.Written written) {
        rules.checkName(written.name());
        if (written.name().endsWith("/") != written.content() instanceof Content.Directory) {
          throw new IllegalArgumentException(
              written.name() + " and its content disagree whether it is a directory");
        }
        entries++;
      }
    }
    rules.checkCount(entries, 0);
  }

  /** All names together: no file may be a directory as well. */
  void checkTree() throws ArchiveException {
    List<String> names = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Kept kept) {
        for (ArchiveEntry entry : kept.base().entries().subList(kept.first(), kept.end())) {
          names.add(entry.name());
        }
      } else if (step instanceof Step.Written written) {
        names.add(written.name());
      }
    }
    rules.directories(names, new HashSet<>(names));
  }

  /**
   * Whether names that are new could clash with others, in which case {@link #checkTree} knows.
   * Most go where the base has a directory already, and the base's names need not be gone through.
   */
  static boolean mayClash(
      ZipDirectory base, Set<String> removed, Map<String, Content> written, List<String> added) {
    for (String name : added) {
      if (!name.endsWith("/") && base.hasDirectory(name)) {
        return true;
      }
      for (int i = name.lastIndexOf('/'); i > 0; i = name.lastIndexOf('/', i - 1)) {
        String parent = name.substring(0, i);
        if (base.hasDirectory(parent)) {
          break;
        }
        if (written.containsKey(parent)
            || (base.find(parent).isPresent() && !removed.contains(parent))) {
          return true;
        }
      }
    }
    return false;
  }
}
