package io.github.quartermaster.sentinel.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A real outage with a known cause, in the format of {@code rca-cases/README.md}: what was measured
 * becomes what the product's ranking takes, by the product's own functions.
 *
 * @param set what is judged together: the system, for PetShop under low and high traffic
 * @param scenario the system and the traffic
 * @param kind the symptom or the kind of fault
 */
record OutageCase(
    String id,
    String set,
    String scenario,
    String kind,
    ComponentId rootCause,
    DependencyGraph graph,
    Map<ComponentId, Trouble> troubles) {
  /**
   * Processor and memory of a service, and the network before it, are its own; whatever is said of
   * its answers may come from further down.
   */
  private static final Map<String, Blame> BLAME =
      Map.of(
          "cpu.rate", Blame.OWN,
          "mem.rate", Blame.OWN,
          "edge.net", Blame.OWN,
          "trace.net.p90", Blame.OWN);

  /** All cases of a folder that has a truth.csv, in its order. */
  static List<OutageCase> readAll(Path folder) {
    return readAll(folder, DoubleUnaryOperator.identity());
  }

  /**
   * The same outages as if something else had been measured.
   *
   * @param error makes of a deviation that was measured the one that it is taken for
   */
  static List<OutageCase> readAll(Path folder, DoubleUnaryOperator error) {
    try {
      List<OutageCase> cases = new ArrayList<>();
      List<String> lines = Files.readAllLines(folder.resolve("truth.csv"));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        cases.add(read(folder, error, cells));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that come with the tests. */
  static List<OutageCase> readAll() {
    return readAll(Path.of("src/test/resources/rca-cases").toAbsolutePath());
  }

  private static OutageCase read(Path folder, DoubleUnaryOperator error, String[] truth)
      throws IOException {
    String benchmark = truth[0];
    String scenario = truth[1];
    String id = truth[3];
    JsonNode json = new ObjectMapper().readTree(file(folder, id).toFile());
    List<ComponentId> nodes = new ArrayList<>();
    json.get("nodes").forEach(node -> nodes.add(new ComponentId(node.asText())));
    List<Dependency> edges = new ArrayList<>();
    for (JsonNode edge : json.get("edges")) {
      edges.add(
          new Dependency(
              new ComponentId(edge.get(0).asText()),
              new ComponentId(edge.get(1).asText()),
              1,
              Dependency.Origin.DECLARED));
    }
    // the published protocol of PetShop looks at the alarmed kind of metric only
    String only = benchmark.equals("PetShop") ? json.at("/alarm/provider").asText() : "";
    return new OutageCase(
        id,
        benchmark.equals("PetShop") ? benchmark : scenario,
        benchmark.equals("PetShop") ? benchmark + " " + scenario : scenario,
        truth[2],
        new ComponentId(truth[4]),
        DependencyGraph.of(nodes, edges),
        troubles(nodes, json.get("scores"), only, error));
  }

  private static Path file(Path folder, String id) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith(id + ".json"))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no " + id + ".json in " + folder));
    }
  }

  private static Map<ComponentId, Trouble> troubles(
      List<ComponentId> nodes, JsonNode scores, String only, DoubleUnaryOperator error) {
    Map<ComponentId, Trouble> troubles = new HashMap<>();
    for (ComponentId node : nodes) {
      JsonNode providers = scores.path(node.value());
      Severity severity = Severity.NONE;
      Severity own = Severity.NONE;
      for (Map.Entry<String, JsonNode> provider : providers.properties()) {
        if ((only.isEmpty() || provider.getKey().equals(only)) && provider.getValue().isNumber()) {
          Severity one = Severity.ofDeviation(error.applyAsDouble(provider.getValue().asDouble()));
          severity = worse(severity, one);
          Blame blame = BLAME.getOrDefault(provider.getKey(), Blame.INHERITABLE);
          own = blame == Blame.OWN ? worse(own, one) : own;
        }
      }
      if (!providers.isEmpty()) {
        troubles.put(node, new Trouble(severity, own, true));
      }
    }
    return troubles;
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Where the product's ranking puts the true cause: 1 is first, and a tie counts as lost. */
  int rankOfTruth() {
    return Hits.rank(ranked(), rootCause, graph.components().size());
  }

  /** What the product's ranking says. */
  List<RankedCause> ranked() {
    return new CauseRanking().rank(graph, troubles);
  }
}
