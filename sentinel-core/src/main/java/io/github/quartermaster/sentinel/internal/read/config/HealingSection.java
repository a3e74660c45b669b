package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNKNOWN;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a configuration says about remedies and their guard rails. */
final class HealingSection {
  /** The keys of the file that belong to it. */
  static final Set<String> KEYS =
      Set.of(
          HealingKeys.MODE_KEY,
          HealingKeys.REMEDIES,
          HealingKeys.LIMITS,
          HealingKeys.MAINTENANCE,
          HealingKeys.KILL_SWITCH_KEY,
          HealingKeys.NOTIFY,
          HealingKeys.ALLOW_KEY);

  private static final int MOST_WINDOWS = 100;

  private final StepTypes types;
  private final ComponentNames components;
  private final Map<String, String> environment;
  private final Substitution substitution;
  private final Findings findings;

  HealingSection(
      StepTypes types,
      ComponentNames components,
      Map<String, String> environment,
      Findings findings) {
    this.types = types;
    this.components = components;
    this.environment = environment;
    this.substitution = new Substitution(environment, findings);
    this.findings = findings;
  }

  Healing read(YamlMapping all) {
    Recipients recipients =
        node(all, HealingKeys.NOTIFY)
            .map(node -> Recipients.read(node, types, environment, findings))
            .orElseGet(Recipients::none);
    RemedyReader reader =
        new RemedyReader(
            components,
            new StepReader(types, recipients, environment, findings),
            substitution,
            findings);
    List<Remedy> remedies = node(all, HealingKeys.REMEDIES).map(reader::read).orElse(List.of());
    Optional<YamlMapping> limits = limits(all);
    Settings guards =
        new SettingsBinder(substitution, findings)
            .bind(
                limits.orElseGet(() -> new YamlMapping(List.of(), all.position())),
                HealingKeys.GUARDS,
                HealingKeys.LIMITS);
    return new Healing(
        mode(all),
        remedies,
        windows(limits, HealingKeys.GLOBAL, reader).orElse(Healing.NONE.limits()),
        windows(limits, HealingKeys.TARGET, reader).orElse(Healing.NONE.targetLimits()),
        // one that is none is a finding, and nobody gets to see this
        (int) Math.max(1, guards.integer("confirm").orElse(1L)),
        guards.duration("healthy-for").orElse(Healing.NONE.healthyFor()),
        guards.duration("breaker-reset").orElse(Healing.NONE.breakerReset()),
        allowed(all),
        maintenance(all),
        value(all, HealingKeys.KILL_SWITCH).map(Path.class::cast).orElse(null));
  }

  private Mode mode(YamlMapping all) {
    return value(all, HealingKeys.MODE)
        .map(word -> Mode.valueOf(word.toString().toUpperCase(Locale.ROOT).replace('-', '_')))
        .orElse(Healing.NONE.mode());
  }

  private Optional<YamlMapping> limits(YamlMapping all) {
    Optional<YamlNode> node = node(all, HealingKeys.LIMITS);
    if (node.isPresent() && !(node.get() instanceof YamlMapping)) {
      findings.add(
          CONFIG_INVALID,
          node.get().position(),
          HealingKeys.LIMITS,
          "expected names and values, found " + ValueReader.kind(node.get()),
          "Write {global: [{max: 6, per: 1h}]}");
    }
    return node.filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  private static Optional<List<ActionLimit>> windows(
      Optional<YamlMapping> limits, String key, RemedyReader reader) {
    return limits
        .flatMap(mapping -> node(mapping, key))
        .map(node -> reader.limits(node, HealingKeys.LIMITS + "." + key));
  }

  private Set<String> allowed(YamlMapping all) {
    Set<String> allowed = new TreeSet<>();
    value(all, HealingKeys.ALLOW).map(list -> (List<?>) list).orElse(List.of()).stream()
        .map(Object::toString)
        .filter(name -> isAction(name, all))
        .forEach(allowed::add);
    return allowed;
  }

  private boolean isAction(String name, YamlMapping all) {
    if (types.types().containsKey(name)) {
      return true;
    }
    boolean hidden =
        substitution.hidden().stream().anyMatch(text -> !text.isEmpty() && name.contains(text));
    findings.addOfMachine(
        PROVIDER_UNKNOWN,
        node(all, HealingKeys.ALLOW_KEY).orElseThrow().position(),
        HealingKeys.ALLOW_KEY,
        "there is no action " + (hidden ? "of the name that was put in" : '"' + name + '"'),
        Suggestion.among(hidden ? "" : name, types.types().keySet(), "What there is"));
    return false;
  }

  private List<MaintenanceWindow> maintenance(YamlMapping all) {
    List<MaintenanceWindow> windows = new ArrayList<>();
    Optional<YamlNode> node = node(all, HealingKeys.MAINTENANCE);
    if (node.isEmpty()) {
      return windows;
    }
    for (Item item :
        Item.read(
            node.get(),
            HealingKeys.MAINTENANCE,
            "maintenance windows",
            "{days: [sat], from: \"02:00\", to: \"04:00\"}",
            MOST_WINDOWS,
            findings)) {
      int before = findings.size();
      Settings settings =
          new SettingsBinder(substitution, findings)
              .bind(item.mapping(), HealingKeys.WINDOW, item.path());
      if (findings.size() == before) {
        windows.add(Windows.of(settings));
      }
    }
    return windows;
  }

  private Optional<Object> value(YamlMapping all, Parameter parameter) {
    return node(all, parameter.name())
        .flatMap(
            node ->
                new ValueReader(substitution, findings).read(parameter, node, parameter.name()));
  }

  private static Optional<YamlNode> node(YamlMapping mapping, String key) {
    return mapping.entry(key).map(YamlMapping.Entry::value);
  }
}
