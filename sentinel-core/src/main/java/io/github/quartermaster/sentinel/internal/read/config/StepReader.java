package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNKNOWN_KEY;

import io.github.quartermaster.sentinel.internal.read.catalog.ActionType;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a remedy. */
final class StepReader {
  private static final int MOST_STEPS = 20;
  private static final String EXAMPLE = "{action: service.restart, unit: nginx}";

  private final StepTypes types;
  private final Recipients recipients;
  private final Map<String, String> environment;
  private final Findings findings;

  StepReader(
      StepTypes types, Recipients recipients, Map<String, String> environment, Findings findings) {
    this.types = types;
    this.recipients = recipients;
    this.environment = environment;
    this.findings = findings;
  }

  List<RemedyStep> read(YamlNode node, String path) {
    return Item.some(node, path, "steps", EXAMPLE, MOST_STEPS, findings).stream()
        .flatMap(item -> one(item.mapping(), item.path()).stream())
        .toList();
  }

  private Optional<RemedyStep> one(YamlMapping step, String path) {
    Substitution substitution = new Substitution(environment, findings);
    Optional<YamlNode> action = step.entry(HealingKeys.ACTION).map(YamlMapping.Entry::value);
    if (action.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          step.position(),
          path,
          HealingKeys.ACTION + " is missing",
          "Write action: with " + TypeName.choices(types.types()));
      return Optional.empty();
    }
    Optional<ActionType> type =
        types.named(action.get(), path + "." + HealingKeys.ACTION, substitution, findings);
    Settings times = times(step, path, substitution);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get().factory().onlyTells() && step.entry(HealingKeys.TO).isPresent()) {
      return told(step, path, substitution).map(who -> step(who.action(), who.settings(), times));
    }
    Settings settings = new SettingsBinder(substitution, findings).bind(step, type.get(), path);
    return Optional.of(step(type.get().description().type(), settings, times));
  }

  private Settings times(YamlMapping step, String path, Substitution substitution) {
    Set<String> others = new HashSet<>();
    step.entries().forEach(entry -> others.add(entry.name()));
    return new SettingsBinder(substitution, findings)
        .bind(step, HealingKeys.STEP.and(others), path);
  }

  /** Whom a step tells that names a recipient, and says nothing else about it. */
  private Optional<Recipients.Recipient> told(
      YamlMapping step, String path, Substitution substitution) {
    for (YamlMapping.Entry entry : step.entries()) {
      String name = entry.name();
      if (!name.equals(HealingKeys.TO) && !ActionType.COMMON_KEYS.contains(name)) {
        findings.add(
            CONFIG_UNKNOWN_KEY,
            entry.key().position(),
            path + "." + name,
            "a step with " + HealingKeys.TO + " has no such key",
            "Set it for the recipient, under " + HealingKeys.NOTIFY + ":");
      }
    }
    return recipients.named(
        step.entry(HealingKeys.TO).orElseThrow().value(),
        path + "." + HealingKeys.TO,
        substitution,
        findings);
  }

  private static RemedyStep step(String action, Settings settings, Settings times) {
    return new RemedyStep(
        action, settings, time(times, "timeout"), time(times, "settle"), time(times, "within"));
  }

  private static Duration time(Settings times, String name) {
    // where it could not be read a finding says so, and nobody gets to see this
    return times.duration(name).orElse(Duration.ZERO);
  }
}
