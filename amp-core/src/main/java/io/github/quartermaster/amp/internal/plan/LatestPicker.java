package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.ALIAS_CLASH;
import static io.github.quartermaster.amp.model.ProblemCode.AMBIGUOUS_NEWEST;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleKey;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the newest AMP of each module. */
public final class LatestPicker {
  private static final Comparator<AmpFile> NEWEST_FIRST =
      Comparator.comparing((AmpFile amp) -> amp.module().version())
          .reversed()
          .thenComparing(AmpFile::location);

  private LatestPicker() {}

  /**
   * What was found.
   *
   * @param byModule all AMPs of each module, the newest first
   * @param newest the newest AMP of each module that is not known under a new id by now
   */
  public record Picks(
      SortedMap<ModuleKey, List<AmpFile>> byModule,
      SortedMap<ModuleKey, AmpFile> newest,
      List<Problem> problems) {}

  /** Sorts the AMPs by module and version. */
  public static Picks pick(Collection<AmpFile> amps) {
    SortedMap<ModuleKey, List<AmpFile>> byModule = new TreeMap<>();
    for (AmpFile amp : amps) {
      byModule.computeIfAbsent(amp.key(), key -> new ArrayList<>()).add(amp);
    }
    List<Problem> problems = new ArrayList<>();
    SortedMap<ModuleKey, AmpFile> newest = new TreeMap<>();
    for (Map.Entry<ModuleKey, List<AmpFile>> module : byModule.entrySet()) {
      List<AmpFile> found = module.getValue();
      found.sort(NEWEST_FIRST);
      newest.put(module.getKey(), found.get(0));
      refuseRivals(found, problems);
    }
    dropFormerIds(newest, problems);
    return new Picks(byModule, newest, List.copyOf(problems));
  }

  private static void refuseRivals(List<AmpFile> newestFirst, List<Problem> problems) {
    AmpFile newest = newestFirst.get(0);
    for (AmpFile rival : newestFirst.subList(1, newestFirst.size())) {
      if (rival.module().version().compareTo(newest.module().version()) == 0
          && !rival.hasSameContentAs(newest)) {
        problems.add(
            Problem.error(
                AMBIGUOUS_NEWEST,
                newest.key(),
                "tried to find the newest AMP of module "
                    + newest.key()
                    + "; "
                    + newest.location()
                    + " and "
                    + rival.location()
                    + " both have version "
                    + newest.module().version()
                    + " but differ in content",
                "Remove one of the two"));
      }
    }
  }

  /** A module that another one names as its alias is that module's past. */
  private static void dropFormerIds(SortedMap<ModuleKey, AmpFile> newest, List<Problem> problems) {
    for (AmpFile amp : List.copyOf(newest.values())) {
      for (ModuleId alias : amp.module().aliases()) {
        ModuleKey former = new ModuleKey(alias, amp.tier());
        AmpFile past = newest.get(former);
        if (past == null || former.equals(amp.key()) || !newest.containsKey(amp.key())) {
          continue;
        }
        if (past.module().version().compareTo(amp.module().version()) > 0) {
          if (!past.module().aliases().contains(amp.module().id())) {
            problems.add(clash(amp, past));
          } // else each names the other, and the newer one is what it is called by now
        } else {
          newest.remove(former);
        }
      }
    }
  }

  private static Problem clash(AmpFile amp, AmpFile past) {
    return Problem.error(
        ALIAS_CLASH,
        amp.key(),
        "tried to choose between "
            + amp.location()
            + " and "
            + past.location()
            + "; the first says that module "
            + past.module().id()
            + " is its own former id, but the second is newer ("
            + past.module().version()
            + " against "
            + amp.module().version()
            + ")",
        "Remove one of the two");
  }

  /** The newest AMPs of one tier, by id. */
  static Map<ModuleId, AmpFile> ofTier(SortedMap<ModuleKey, AmpFile> newest, Tier tier) {
    SortedMap<ModuleId, AmpFile> ofTier = new TreeMap<>();
    for (AmpFile amp : newest.values()) {
      if (amp.tier() == tier) {
        ofTier.put(amp.module().id(), amp);
      }
    }
    return ofTier;
  }
}
