package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.DEPENDENCY_UNKNOWN;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which components the checks of a configuration can have, as far as that is known before anybody
 * looked at the machine. The built-in types name a component after its check, or put a colon into
 * its name, as {@code disk:/var}; others may do as they like.
 */
final class ComponentNames {
  // types whose checks have a component for each part of the machine, and none of their own name
  private static final Map<String, String> PARTS =
      Map.of("disk", "disk:/var", "network", "net:gateway");

  private final Set<String> names = new TreeSet<>();
  private final Map<String, String> wholes = new TreeMap<>();
  private final Set<String> types = new TreeSet<>();
  private final boolean complete;

  private ComponentNames(boolean complete) {
    this.complete = complete;
  }

  /**
   * Those of checks, the switched off ones among them.
   *
   * @param others whether there may be components that no check of the configuration has
   */
  static ComponentNames of(
      List<CheckBinder.Bound> checks, ProviderCatalog catalog, boolean others) {
    ComponentNames components =
        new ComponentNames(!others && checks.stream().allMatch(check -> isBuiltIn(check, catalog)));
    for (CheckBinder.Bound check : checks) {
      components.add(check.spec(), isBuiltIn(check, catalog));
    }
    return components;
  }

  private static boolean isBuiltIn(CheckBinder.Bound check, ProviderCatalog catalog) {
    return catalog
        .type(check.spec().type())
        .filter(type -> type.description().origin().equals(ProviderDescription.BUILT_IN))
        .isPresent();
  }

  private void add(CheckSpec check, boolean builtIn) {
    types.add(check.type());
    check.aliases().stream().map(ComponentId::value).forEach(names::add);
    if (builtIn && PARTS.containsKey(check.type())) {
      wholes.put(check.name(), check.type());
    } else {
      names.add(check.name());
    }
  }

  /** The component that is named; nothing where a finding says why it can be none. */
  Optional<ComponentId> read(
      YamlNode node, String path, Substitution substitution, Findings findings) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected the name of a component, found " + ValueReader.kind(node),
          "Write that of a check, or one such as disk:/var");
      return Optional.empty();
    }
    Optional<Value> value = substitution.resolve(scalar, path);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String name = value.get().text();
    if (!ComponentId.isWellFormed(name)) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected the name of a component, found " + ValueReader.shown(value.get()),
          "Write that of a check, or one such as disk:/var");
      return Optional.empty();
    }
    if (isPossible(name)) {
      return Optional.of(new ComponentId(name));
    }
    findings.add(
        DEPENDENCY_UNKNOWN,
        node.position(),
        path,
        "no check has a component " + ValueReader.shown(value.get()),
        value.get().substituted() ? "Check what is put in" : remedy(name));
    return Optional.empty();
  }

  private String remedy(String name) {
    return Optional.ofNullable(wholes.get(name))
        .map(type -> "Name the part of it that is meant, such as " + PARTS.get(type))
        .orElseGet(() -> Suggestion.among(name, names, "What there is"));
  }

  private boolean isPossible(String name) {
    if (names.contains(name) || wholes.containsKey(name)) {
      return names.contains(name);
    }
    if (complete) {
      return isPart(name);
    }
    return Suggestion.nearest(name, names).filter(near -> References.isSlip(name, near)).isEmpty();
  }

  /** Whether a check may have components whose names begin so. */
  private boolean isPart(String name) {
    return switch (name.substring(0, Math.max(0, name.indexOf(':')))) {
      case "disk" -> types.contains("disk");
      case "net" -> types.contains("network");
      // the rungs of ladders: name, connection, certificate
      case "dns", "tcp", "tls" -> true;
      default -> names.stream().anyMatch(check -> name.startsWith(check + ":"));
    };
  }
}
