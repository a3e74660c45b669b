package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.read.alert.AlertSourceType;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.model.AlertMapping;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration says about other monitors that are heard: how, and which of their alerts are
 * about which component.
 */
final class SourcesSection {
  static final String SOURCES = "sources";
  static final String COMPONENT = "component";

  /** The keys of the file that belong to it. */
  static final Set<String> KEYS = Set.of(SOURCES);

  static final Parameter MATCH =
      Parameter.required(
          "match",
          Parameter.Type.MAP,
          "labels and their values that an alert must have, all of them; the first mapping that an"
              + " alert matches holds");

  private static final Shape MAPPING =
      Shape.of("a mapping", "which alerts are about which component", settings -> {}, MATCH)
          .and(Set.of(COMPONENT));
  private static final String EXAMPLE =
      "nagios: {type: nagios-status, map: [{match: {service: PostgreSQL}, component: database}]}";
  private static final String MAPPING_EXAMPLE =
      "{match: {host: web1, service: PostgreSQL}, component: database}";
  private static final int MOST_MAPPINGS = 1000;

  private final ComponentNames components;
  private final Map<String, String> environment;
  private final Findings findings;

  SourcesSection(ComponentNames components, Map<String, String> environment, Findings findings) {
    this.components = components;
    this.environment = Map.copyOf(environment);
    this.findings = findings;
  }

  List<SourceSpec> read(YamlMapping all) {
    List<SourceSpec> sources = new ArrayList<>();
    for (TypedSection.Named<AlertSourceType> source :
        new TypedSection<>(SOURCES, "source", EXAMPLE, AlertSourceType.all(), environment, findings)
            .read(all)) {
      sources.add(
          new SourceSpec(
              source.name(),
              source.type().description().type(),
              source.settings(),
              mappings(source)));
    }
    return sources;
  }

  private List<AlertMapping> mappings(TypedSection.Named<AlertSourceType> source) {
    String path = source.path() + "." + AlertSourceType.MAP;
    Optional<YamlMapping.Entry> entry = source.mapping().entry(AlertSourceType.MAP);
    List<Item> items =
        entry
            .map(
                map ->
                    Item.read(
                        map.value(), path, "mappings", MAPPING_EXAMPLE, MOST_MAPPINGS, findings))
            .orElse(List.of());
    if (entry.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          source.mapping().position(),
          source.path(),
          "map is missing, without which no alert is about anything",
          "Write map: and a list such as [" + MAPPING_EXAMPLE + "]");
    }
    return items.stream().flatMap(item -> mapping(item, source.substitution()).stream()).toList();
  }

  private Optional<AlertMapping> mapping(Item item, Substitution substitution) {
    int before = findings.size();
    Settings settings =
        new SettingsBinder(substitution, findings).bind(item.mapping(), MAPPING, item.path());
    Map<String, String> match = settings.map(MATCH.name());
    if (findings.size() == before && match.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          item.mapping().position(),
          item.path() + "." + MATCH.name(),
          "expected at least one label, found none, which would match everything",
          "Write match: {alertname: InstanceDown} or the like");
    }
    Optional<ComponentId> component = component(item, substitution);
    return findings.size() == before
        ? component.map(id -> new AlertMapping(match, id))
        : Optional.empty();
  }

  private Optional<ComponentId> component(Item item, Substitution substitution) {
    Optional<YamlMapping.Entry> entry = item.mapping().entry(COMPONENT);
    if (entry.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          item.mapping().position(),
          item.path(),
          "component is missing",
          "Write component: and whom these alerts are about");
      return Optional.empty();
    }
    return components.read(
        entry.get().value(), item.path() + "." + COMPONENT, substitution, findings);
  }
}
