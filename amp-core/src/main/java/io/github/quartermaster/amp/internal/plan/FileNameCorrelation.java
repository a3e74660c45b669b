package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.CORRELATION_AMBIGUOUS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Relates an AMP to an installed module of another id by the words that the AMP's file name shares
 * with that module's id, title and description. It is a guess, so it must be the only one, and
 * words that half of all modules have in their names are not enough for it.
 */
final class FileNameCorrelation {
  private static final Pattern VERSION_AND_REST = Pattern.compile("[-_.]v?\\d.*$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> COMMON =
      Set.of(
          "addon",
          "alfresco",
          "amp",
          "and",
          "extension",
          "for",
          "module",
          "platform",
          "release",
          "repo",
          "repository",
          "share",
          "snapshot",
          "the");
  private static final Comparator<Match> BETTER =
      Comparator.comparingInt(Match::words).thenComparingLong(Match::occurrences);

  private FileNameCorrelation() {}

  /** Which AMPs follow which installed modules. */
  record Correlations(Map<AmpFile, InstalledModule> successors, List<Problem> problems) {}

  /** An installed module and its words, counted once for all AMPs: a description can be long. */
  private record Candidate(InstalledModule module, Map<String, Long> words) {
    static Candidate of(InstalledModule installed) {
      AmpModule module = installed.module();
      return new Candidate(
          installed,
          FileNameCorrelation.words(
              String.join(" ", module.id().value(), module.title(), module.description())));
    }
  }

  private record Match(AmpFile amp, InstalledModule installed, int words, long occurrences) {}

  /**
   * Compares AMPs and installed modules that neither id nor alias relates.
   *
   * @param amps AMPs of modules that are not installed
   * @param installed modules that no AMP was found for
   */
  static Correlations correlate(
      Path war,
      Collection<AmpFile> amps,
      Collection<InstalledModule> installed,
      Correlation thresholds) {
    List<Problem> problems = new ArrayList<>();
    List<Candidate> candidates = installed.stream().map(Candidate::of).toList();
    Map<ModuleId, List<Match>> byInstalled = new TreeMap<>();
    for (AmpFile amp : amps) {
      List<Match> best = best(amp, candidates, thresholds);
      if (best.size() > 1) {
        problems.add(
            ambiguous(
                war,
                amp.location() + " to an installed module by its file name",
                best.stream().map(match -> match.installed().id().value()).collect(joining(", "))));
      } else if (best.size() == 1) {
        byInstalled
            .computeIfAbsent(best.get(0).installed().id(), id -> new ArrayList<>())
            .add(best.get(0));
      }
    }
    Map<AmpFile, InstalledModule> successors = new LinkedHashMap<>();
    byInstalled.forEach(
        (id, matches) -> {
          List<Match> best = best(matches);
          if (best.size() > 1) {
            problems.add(
                ambiguous(
                    war,
                    "an AMP to the installed module " + id + " by its file name",
                    best.stream()
                        .map(match -> match.amp().location().toString())
                        .collect(joining(", "))));
          } else {
            successors.put(best.get(0).amp(), best.get(0).installed());
          }
        });
    return new Correlations(successors, problems);
  }

  private static List<Match> best(
      AmpFile amp, Collection<Candidate> candidates, Correlation thresholds) {
    List<Match> matches = new ArrayList<>();
    Map<String, Long> fileWords = words(nameWithoutVersion(amp));
    for (Candidate candidate : candidates) {
      if (mayFollow(amp, candidate.module())) {
        matches.addAll(match(amp, fileWords, candidate, thresholds));
      }
    }
    return best(matches);
  }

  private static List<Match> best(List<Match> matches) {
    return matches.stream()
        .max(BETTER)
        .map(top -> matches.stream().filter(match -> BETTER.compare(match, top) == 0).toList())
        .orElse(List.of());
  }

  /** A module that needs another one is not that one under a new name. */
  private static boolean mayFollow(AmpFile amp, InstalledModule module) {
    return module.module().version().compareTo(amp.module().version()) < 0
        && !amp.module().dependencies().containsKey(module.id())
        && !module.module().dependencies().containsKey(amp.module().id());
  }

  private static List<Match> match(
      AmpFile amp, Map<String, Long> fileWords, Candidate candidate, Correlation thresholds) {
    int shared = 0;
    long occurrences = 0;
    boolean telling = false;
    for (Map.Entry<String, Long> word : fileWords.entrySet()) {
      Long there = candidate.words().get(word.getKey());
      if (there != null && word.getValue() + there >= thresholds.matchFrequency()) {
        shared++;
        occurrences += word.getValue() + there;
        telling |= !COMMON.contains(word.getKey());
      }
    }
    return telling && shared >= thresholds.matchWords()
        ? List.of(new Match(amp, candidate.module(), shared, occurrences))
        : List.of();
  }

  private static String nameWithoutVersion(AmpFile amp) {
    String name = amp.fileName().replaceFirst("(?i)\\.amp$", "");
    return VERSION_AND_REST.matcher(name).replaceFirst("");
  }

  private static Map<String, Long> words(String text) {
    return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() > 1)
        .collect(groupingBy(word -> word, counting()));
  }

  private static Problem ambiguous(Path war, String what, String candidates) {
    return Problem.warning(
        CORRELATION_AMBIGUOUS,
        war,
        "tried to relate " + what + "; these fit equally well: " + candidates,
        "Nothing was related; give the new module the old id as module.aliases, or uninstall the"
            + " old module");
  }
}
