package io.github.quartermaster.sentinel.internal.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Not a test: prints what the ranking finds when the profile {@code rank-cases} asks for it. */
class OutageEvaluation {
  private static final int SHAKES = 10;

  private final List<String> lines = new ArrayList<>();

  @Test
  void evaluate() throws IOException {
    Path folder =
        Path.of(System.getProperty("rank.from", "")).resolve(System.getProperty("rank.cases"));
    List<OutageCase> cases = OutageCase.readAll(folder);
    lines.add("| set | cases | first 1 | first 3 | first 5 |");
    lines.add("|---|---:|---:|---:|---:|");
    rows(cases, OutageCase::set);
    rows(cases, outage -> outage.scenario() + ", " + outage.kind());
    row("all", cases);
    lines.add("");
    lines.add("Where the true cause is not the first:");
    lines.add("");
    cases.stream()
        .filter(outage -> outage.rankOfTruth() > 1)
        .sorted(Comparator.comparing(OutageCase::id))
        .forEach(this::miss);
    lines.add("");
    lines.add(
        "With every deviation multiplied by a random factor (log-normal, sigma 0.3), "
            + SHAKES
            + " times each:");
    lines.add("");
    lines.add("| set | cases | first 1 | first 3 | first 5 |");
    lines.add("|---|---:|---:|---:|---:|");
    rows(shaken(folder), OutageCase::scenario);
    Files.write(Path.of("target", "rank-cases.md"), lines);
    lines.forEach(System.out::println);
  }

  private static List<OutageCase> shaken(Path folder) {
    List<OutageCase> all = new ArrayList<>();
    for (int seed = 0; seed < SHAKES; seed++) {
      Random random = new Random(seed);
      all.addAll(
          OutageCase.readAll(
              folder, deviation -> deviation * Math.exp(0.3 * random.nextGaussian())));
    }
    return all;
  }

  private void rows(List<OutageCase> cases, Function<OutageCase, String> group) {
    Map<String, List<OutageCase>> groups =
        cases.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    groups.forEach(this::row);
  }

  private void row(String name, List<OutageCase> cases) {
    Hits hits = new Hits(cases.stream().map(OutageCase::rankOfTruth).toList());
    lines.add(
        "| %s | %d | %d | %d | %d |"
            .formatted(name, hits.cases(), hits.within(1), hits.within(3), hits.within(5)));
  }

  private void miss(OutageCase outage) {
    List<RankedCause> ranked = outage.ranked();
    String first = ranked.isEmpty() ? "nothing" : ranked.get(0).component().value();
    lines.add(
        "- %s: %s is at %d, the first is %s"
            .formatted(outage.id(), outage.rootCause(), outage.rankOfTruth(), first));
  }
}
