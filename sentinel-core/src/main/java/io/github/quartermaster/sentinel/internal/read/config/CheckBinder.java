package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderType;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a check of what the configuration says under its name. */
final class CheckBinder {
  private final ProviderCatalog catalog;
  private final Map<String, String> environment;
  private final Defaults defaults;

  /**
   * What became of a check.
   *
   * @param spec the check
   * @param requires what it needs and where that stands
   * @param enabled whether it takes part
   */
  record Bound(CheckSpec spec, List<RequirementReader.Placed> requires, boolean enabled) {}

  CheckBinder(ProviderCatalog catalog, Map<String, String> environment, Defaults defaults) {
    this.catalog = catalog;
    this.environment = environment;
    this.defaults = defaults;
  }

  /**
   * A check; nothing where not even its name is one. What is wrong with it is among the findings.
   */
  Optional<Bound> bind(YamlMapping.Entry entry, Findings all) {
    String path = ConfigFiles.CHECKS + "." + entry.name();
    if (!Names.isCheck(entry.name())) {
      all.add(
          CONFIG_INVALID,
          entry.key().position(),
          path,
          "expected a name of 1 to 200 characters without commas, without blanks around it and "
              + "without tag: in front, found another",
          "Change the name of the check");
      return Optional.empty();
    }
    if (!(entry.value() instanceof YamlMapping check)) {
      all.add(
          CONFIG_INVALID,
          entry.value().position(),
          path,
          "expected the settings of a check, found " + ValueReader.kind(entry.value()),
          "Write {type: ...} with " + types());
      return Optional.empty();
    }
    Findings findings = new Findings();
    Bound bound = bind(entry.key(), check, path, findings);
    if (bound.enabled()) {
      all.addAll(findings);
    } else {
      // what this machine lacks is often why a check is switched off
      all.addLasting(findings);
    }
    return Optional.of(bound);
  }

  private Bound bind(YamlScalar key, YamlMapping check, String path, Findings findings) {
    Substitution substitution = new Substitution(environment, findings);
    CommonSettings common =
        new CommonSettings(check, path, new ValueReader(substitution, findings), findings);
    List<RequirementReader.Placed> requires =
        check
            .entry(CommonSettings.REQUIRES)
            .map(entry -> requirements(entry, path, substitution, findings))
            .orElse(List.of());
    Optional<ProviderType> type = type(key, check, path, substitution, findings);
    Settings settings =
        type.map(known -> new SettingsBinder(substitution, findings).bind(key, check, known, path))
            .orElse(Settings.NONE);
    Duration timeout = common.timeout(defaults.timeout());
    CheckSpec spec =
        new CheckSpec(
            key.text(),
            type.map(known -> known.description().type()).orElse(""),
            settings,
            timeout,
            common.interval(defaults.interval(), timeout),
            common.provides(),
            requires.stream().map(RequirementReader.Placed::requirement).toList(),
            common.aliases(),
            common.unknownCounts(defaults.unknownCounts()));
    return new Bound(spec, requires, common.enabled());
  }

  private static List<RequirementReader.Placed> requirements(
      YamlMapping.Entry entry, String path, Substitution substitution, Findings findings) {
    return new RequirementReader(substitution, findings)
        .read(entry.value(), path + "." + entry.name());
  }

  private Optional<ProviderType> type(
      YamlScalar key,
      YamlMapping check,
      String path,
      Substitution substitution,
      Findings findings) {
    Optional<YamlNode> node = check.entry(CommonSettings.TYPE).map(YamlMapping.Entry::value);
    if (node.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          key.position(),
          path,
          "type is missing",
          catalog.type(key.text()).isPresent()
              ? "Did you mean type: " + key.text() + "?"
              : "Write type: with "
                  + types()
                  + "; or, where it is to change a plugin, name the folder of plugins that has"
                  + " one of that name");
      return Optional.empty();
    }
    return TypeName.read(
        node.get(),
        path + "." + CommonSettings.TYPE,
        CommonSettings.TYPE,
        catalog.types(),
        substitution,
        findings);
  }

  private String types() {
    return TypeName.choices(catalog.types());
  }
}
