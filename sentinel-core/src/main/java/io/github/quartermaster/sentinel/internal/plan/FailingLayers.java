package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.FailingLayer;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Status;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the lowest layer at which the network fails. Where something is critical, what only warns
 * does not count: a certificate that runs out next week is not where a dead site fails.
 */
final class FailingLayers {
  /** The layers that components with such names are about. */
  private static final Map<String, Layer> LAYERS =
      Map.of(
          "net:link", Layer.LINK,
          "net:gateway", Layer.NETWORK,
          "dns:", Layer.NAME,
          "tcp:", Layer.TRANSPORT,
          "tls:", Layer.TLS);

  private FailingLayers() {}

  private record Failure(Layer layer, ComponentHealth health) {}

  /** The lowest one; of several components that fail there, the sickest. */
  static Optional<FailingLayer> lowest(Patients patients) {
    Optional<Failure> critical = lowest(patients, Status.CRITICAL);
    return (critical.isPresent() ? critical : lowest(patients, Status.WARNING))
        .map(
            failure ->
                new FailingLayer(failure.layer(), failure.health().id(), below(failure, patients)));
  }

  /** The lowest layer at which a component fails, if it fails at any. */
  static Optional<Layer> of(ComponentId id, Patients patients) {
    return patients.health(id).stream()
        .flatMap(FailingLayers::failures)
        .map(Failure::layer)
        .min(Comparator.naturalOrder());
  }

  private static Optional<Failure> lowest(Patients patients, Status status) {
    return patients.all().stream()
        .filter(health -> health.status() == status)
        .flatMap(FailingLayers::failures)
        .min(
            Comparator.comparing(Failure::layer)
                .thenComparing(Failure::health, Patients.SICKEST_FIRST));
  }

  private static Stream<Failure> failures(ComponentHealth health) {
    return health.samples().stream()
        .flatMap(sample -> Stream.ofNullable(sample.reading().layer()))
        .map(layer -> new Failure(layer, health));
  }

  /**
   * A handshake or an answer that fails needs a connection, so all up to that is fine. Otherwise
   * only what was probed and found healthy among the things that it needs.
   */
  private static String below(Failure failure, Patients patients) {
    Optional<Layer> implied =
        failure.layer().compareTo(Layer.TRANSPORT) > 0
            ? Optional.of(Layer.TRANSPORT)
            : Optional.empty();
    return Stream.concat(implied.stream(), healthyBelow(failure, patients))
        .max(Comparator.naturalOrder())
        .map(layer -> "fine up to " + layer)
        .orElse("");
  }

  private static Stream<Layer> healthyBelow(Failure failure, Patients patients) {
    Set<ComponentId> seen = new HashSet<>(Set.of(failure.health().id()));
    ArrayDeque<ComponentId> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (Dependency edge : patients.graph().prerequisitesOf(next.remove())) {
        if (seen.add(edge.prerequisite())) {
          next.add(edge.prerequisite());
        }
      }
    }
    return seen.stream()
        .flatMap(id -> patients.health(id).stream())
        .filter(health -> health.checked() && health.status() == Status.OK)
        .flatMap(health -> layer(health.id()))
        .filter(layer -> layer.compareTo(failure.layer()) < 0);
  }

  private static Stream<Layer> layer(ComponentId id) {
    return LAYERS.entrySet().stream()
        .filter(entry -> id.value().startsWith(entry.getKey()))
        .map(Map.Entry::getValue);
  }
}
