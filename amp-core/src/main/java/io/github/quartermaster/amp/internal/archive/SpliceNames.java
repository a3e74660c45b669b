package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that what is about to be written could be opened again. */
final class SpliceNames {
  private final List<Step> steps;
  private final Attempt attempt;
  private final ArchiveLimits limits;

  SpliceNames(List<Step> steps, Attempt attempt, ArchiveLimits limits) {
    this.steps = steps;
    this.attempt = attempt;
    this.limits = limits;
  }

  /** Each new name for itself, and their number. */
  void check() throws ArchiveException {
    NameRules rules = new NameRules(attempt, limits);
    long entries = 0;
    for (Step step : steps) {
      if (step instanceof Step.Kept kept) {
        entries += kept.end() - kept.first();
      } else if (step instanceof Step.Written written) {
        rules.check(written.name());
        if (written.name().endsWith("/") != written.content() instanceof Content.Directory) {
          throw new IllegalArgumentException(
              written.name() + " and its content disagree whether it is a directory");
        }
        entries++;
      }
    }
    if (entries > limits.maxEntries()) {
      throw attempt.over(
          "", "would get " + entries + " entries", limits.maxEntries(), "maxEntries");
    }
  }

  /** All names together: no file may be a directory as well. */
  void checkTree() throws ArchiveException {
    NameRules rules = new NameRules(attempt, limits);
    Set<String> names = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Kept kept) {
        for (ArchiveEntry entry : kept.base().entries().subList(kept.first(), kept.end())) {
          rules.add(entry.name());
          names.add(entry.name());
        }
      } else if (step instanceof Step.Written written) {
        rules.add(written.name());
        names.add(written.name());
      }
    }
    rules.directories(names);
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
