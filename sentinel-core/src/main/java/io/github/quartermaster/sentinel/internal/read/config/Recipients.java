package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.read.catalog.ActionType;
import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Those who can be told: under each name what is set for the action that tells them, which is
 * {@code notify} where nothing else is said.
 */
final class Recipients {
  /** The action that tells where no other is named. */
  static final String DEFAULT_ACTION = "notify";

  private final Map<String, Recipient> known = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param action the type of action that tells
   * @param settings what is set for it
   */
  record Recipient(String action, Settings settings) {}

  /** A type of action without the keys that steps have besides. */
  private record Told(ActionType type) implements Configurable {
    @Override
    public Object factory() {
      return type.factory();
    }

    @Override
    public ProviderDescription description() {
      return type.description();
    }

    @Override
    public Set<String> commonKeys() {
      return Set.of(HealingKeys.ACTION);
    }

    @Override
    public String noun() {
      return "recipient";
    }

    @Override
    public void tryOut(String name, Settings settings) {
      type.tryOut(name, settings);
    }
  }

  private Recipients() {}

  /** Reads the section. */
  static Recipients read(
      YamlNode node, StepTypes types, Map<String, String> environment, Findings findings) {
    Recipients recipients = new Recipients();
    if (!(node instanceof YamlMapping section)) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          HealingKeys.NOTIFY,
          "expected recipients by their names, found " + ValueReader.kind(node),
          "Write one on each line, such as ops: {exec: [/usr/local/bin/page-ops]}");
      return recipients;
    }
    for (YamlMapping.Entry entry : section.entries()) {
      recipients.add(entry, types, environment, findings);
    }
    return recipients;
  }

  /** None. */
  static Recipients none() {
    return new Recipients();
  }

  private void add(
      YamlMapping.Entry entry, StepTypes types, Map<String, String> environment, Findings all) {
    String path = HealingKeys.NOTIFY + "." + entry.name();
    if (!(entry.value() instanceof YamlMapping mapping)) {
      all.add(
          CONFIG_INVALID,
          entry.value().position(),
          path,
          "expected how to tell somebody, found " + ValueReader.kind(entry.value()),
          "Write {exec: [program, argument]}, {webhook: URL} or {mail: address}");
      return;
    }
    Substitution substitution = new Substitution(environment, all);
    Optional<ActionType> type =
        mapping
            .entry(HealingKeys.ACTION)
            .map(
                named ->
                    types.named(named.value(), path + "." + HealingKeys.ACTION, substitution, all))
            .orElseGet(() -> types.telling(entry.key(), path, all));
    if (type.isPresent() && !type.get().factory().onlyTells()) {
      all.add(
          CONFIG_INVALID,
          entry.key().position(),
          path,
          "expected an action that only tells somebody, found "
              + type.get().description().type()
              + ", which does something",
          "Put it into the steps of a remedy, or name another one");
      return;
    }
    Settings settings =
        type.map(
                known ->
                    new SettingsBinder(substitution, all)
                        .bind(entry.key(), mapping, new Told(known), path))
            .orElse(Settings.NONE);
    known.put(
        entry.name(),
        new Recipient(
            type.map(tells -> tells.description().type()).orElse(DEFAULT_ACTION),
            settings.with(HealingKeys.TO, entry.name())));
  }

  /** The one that is named; nothing where a finding says why. */
  Optional<Recipient> named(
      YamlNode node, String path, Substitution substitution, Findings findings) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected the name of a recipient, found " + ValueReader.kind(node),
          "Write one of those under " + HealingKeys.NOTIFY + ":; several are several steps");
      return Optional.empty();
    }
    Optional<Value> value = substitution.resolve(scalar, path);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Recipient recipient = known.get(value.get().text());
    if (recipient == null) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "there is no recipient " + ValueReader.shown(value.get()),
          Suggestion.among(
              value.get().substituted() ? "" : value.get().text(),
              known.keySet(),
              known.isEmpty()
                  ? "Name one under "
                      + HealingKeys.NOTIFY
                      + ":, such as ops: {mail: ops@example.org}"
                  : "What there is"));
    }
    return Optional.ofNullable(recipient);
  }
}
