package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads remedies. */
final class RemedyReader {
  private static final int MOST_REMEDIES = 1000;
  private static final int MOST_LIMITS = 20;
  private static final String EXAMPLE = "{when: {cause: nginx}, steps: [...]}";

  private final ComponentNames components;
  private final StepReader steps;
  private final Substitution substitution;
  private final Findings findings;
  private final Map<String, YamlPosition> names = new HashMap<>();

  RemedyReader(
      ComponentNames components, StepReader steps, Substitution substitution, Findings findings) {
    this.components = components;
    this.steps = steps;
    this.substitution = substitution;
    this.findings = findings;
  }

  List<Remedy> read(YamlNode node) {
    List<Remedy> remedies = new ArrayList<>();
    for (Item item :
        Item.read(node, HealingKeys.REMEDIES, "remedies", EXAMPLE, MOST_REMEDIES, findings)) {
      int before = findings.size();
      Optional<Remedy> remedy = one(item.mapping(), item.path());
      if (findings.size() == before) {
        remedy.ifPresent(remedies::add);
      }
    }
    return remedies;
  }

  private Optional<Remedy> one(YamlMapping mapping, String path) {
    Settings settings =
        new SettingsBinder(substitution, findings).bind(mapping, HealingKeys.REMEDY, path);
    Optional<Condition> condition = condition(mapping, path);
    List<RemedyStep> ladder =
        part(mapping, HealingKeys.STEPS)
            .map(node -> steps.read(node, path + "." + HealingKeys.STEPS))
            .orElseGet(() -> missing(mapping, path, HealingKeys.STEPS, "what is to be done"));
    List<ActionLimit> limits =
        part(mapping, HealingKeys.LIMITS)
            .map(node -> limits(node, path + "." + HealingKeys.LIMITS))
            .orElse(HealingKeys.REMEDY_LIMITS);
    if (condition.isEmpty() || ladder.isEmpty()) {
      return Optional.empty();
    }
    String name = settings.text("name").orElse(condition.get().cause().value());
    refuseAnother(name, settings.has("name"), mapping, path);
    return Optional.of(
        new Remedy(
            name,
            condition.get().cause(),
            condition.get().from(),
            ladder,
            settings.duration("cooldown").orElse(Duration.ZERO),
            limits,
            settings.flag("allow-irreversible")));
  }

  /** Which cause a remedy is for, from which score on. */
  private record Condition(ComponentId cause, Score from) {}

  private Optional<Condition> condition(YamlMapping remedy, String path) {
    String at = path + "." + HealingKeys.WHEN;
    Optional<YamlNode> node = part(remedy, HealingKeys.WHEN);
    if (node.isEmpty()) {
      missing(remedy, path, HealingKeys.WHEN, "which cause it is for, such as {cause: nginx}");
      return Optional.empty();
    }
    if (!(node.get() instanceof YamlMapping when)) {
      findings.add(
          CONFIG_INVALID,
          node.get().position(),
          at,
          "expected a cause, found " + ValueReader.kind(node.get()),
          "Write {cause: nginx, status: critical}");
      return Optional.empty();
    }
    int before = findings.size();
    Settings settings =
        new SettingsBinder(substitution, findings).bind(when, HealingKeys.CONDITION, at);
    if (findings.size() > before) {
      return Optional.empty();
    }
    return components
        .read(when.entry("cause").orElseThrow().value(), at + ".cause", substitution, findings)
        .map(cause -> new Condition(cause, HealingKeys.from(settings)));
  }

  /** Limits of a list; those that could be read. */
  List<ActionLimit> limits(YamlNode node, String path) {
    List<ActionLimit> limits = new ArrayList<>();
    for (Item item : Item.some(node, path, "limits", "{max: 2, per: 1h}", MOST_LIMITS, findings)) {
      int before = findings.size();
      Settings settings =
          new SettingsBinder(substitution, findings)
              .bind(item.mapping(), HealingKeys.LIMIT, item.path());
      if (findings.size() == before) {
        limits.add(HealingKeys.limit(settings));
      }
    }
    return limits;
  }

  private static Optional<YamlNode> part(YamlMapping remedy, String key) {
    return remedy.entry(key).map(YamlMapping.Entry::value);
  }

  private List<RemedyStep> missing(YamlMapping remedy, String path, String key, String meaning) {
    findings.add(
        CONFIG_INVALID,
        remedy.position(),
        path,
        key + " is missing, which a remedy needs",
        "Set " + key + ". It means: " + meaning);
    return List.of();
  }

  private void refuseAnother(String name, boolean given, YamlMapping remedy, String path) {
    if (!ComponentId.isWellFormed(name)) {
      findings.add(
          CONFIG_INVALID,
          remedy.entry("name").map(entry -> entry.value().position()).orElse(remedy.position()),
          path + ".name",
          "expected a name of 1 to 200 characters without control characters, found another",
          "Change it");
      return;
    }
    YamlPosition other = names.putIfAbsent(name, remedy.position());
    if (other != null) {
      findings.add(
          CONFIG_INVALID,
          remedy.position(),
          path,
          "expected a name of its own, found that of the remedy at " + other,
          given ? "Change name" : "Set name, since both are for one cause");
    }
  }
}
