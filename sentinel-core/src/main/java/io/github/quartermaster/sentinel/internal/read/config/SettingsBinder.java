package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNKNOWN_KEY;
import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what is set for a check, an action or the like, as the parameters of its type ask. */
final class SettingsBinder {
  private static final Pattern COMMAS = Pattern.compile(",");
  private static final int SHORTEST_REPLACED = 3;

  private final Substitution substitution;
  private final Findings findings;

  SettingsBinder(Substitution substitution, Findings findings) {
    this.substitution = substitution;
    this.findings = findings;
  }

  /**
   * Reads all settings, puts defaults in place, and asks the type whether they fit together.
   *
   * @param key its name
   * @param written what is set
   * @return what could be read; where not all could, findings say so
   */
  Settings bind(YamlScalar key, YamlMapping written, Configurable type, String path) {
    return bind(key, key.text(), written, type, path);
  }

  /** The same for what has no name of its own. */
  Settings bind(YamlMapping written, Configurable type, String path) {
    return bind(written, type.noun(), written, type, path);
  }

  private Settings bind(
      YamlNode at, String name, YamlMapping written, Configurable type, String path) {
    int before = findings.size();
    List<Parameter> parameters = type.description().parameters();
    refuseUnknownKeys(written, type, path);
    Map<String, Object> values = new LinkedHashMap<>();
    ValueReader reader = new ValueReader(substitution, findings);
    for (Parameter parameter : parameters) {
      Optional<YamlMapping.Entry> entry = written.entry(parameter.name());
      if (entry.isPresent()) {
        reader
            .read(parameter, entry.get().value(), path + "." + parameter.name())
            .ifPresent(value -> values.put(parameter.name(), value));
      } else if (parameter.required()) {
        findings.add(
            CONFIG_INVALID,
            at.position(),
            path,
            parameter.name() + " is missing, which " + type.title() + " needs",
            "Set " + parameter.name() + ". It means: " + parameter.description());
      } else if (parameter.defaultText() != null) {
        byDefault(parameter, parameter.defaultText(), at, type)
            .ifPresent(value -> values.put(parameter.name(), value));
      }
    }
    Settings settings = Settings.of(values);
    ThresholdOrder.check(written, parameters, settings, path, findings);
    if (findings.size() == before) {
      refuseContradictions(at, name, settings, values, type, path);
    }
    return settings;
  }

  private void refuseUnknownKeys(YamlMapping written, Configurable type, String path) {
    Set<String> known = new TreeSet<>();
    type.description().parameters().forEach(parameter -> known.add(parameter.name()));
    Set<String> all = new TreeSet<>(known);
    all.addAll(type.commonKeys());
    for (YamlMapping.Entry entry : written.entries()) {
      if (!all.contains(entry.name())) {
        boolean near = Suggestion.nearest(entry.name(), all).isPresent();
        Set<String> choices = near || type instanceof Shape ? all : known;
        findings.add(
            CONFIG_UNKNOWN_KEY,
            entry.key().position(),
            path + "." + entry.name(),
            type.title() + " has no such key",
            Suggestion.among(
                entry.name(), choices, "What can be set for " + type.description().type()));
      }
    }
  }

  private Optional<Object> byDefault(
      Parameter parameter, String text, YamlNode at, Configurable type) {
    List<String> texts = isList(parameter) ? COMMAS.splitAsStream(text).toList() : List.of(text);
    List<Object> values =
        texts.stream()
            .map(each -> TextParser.parse(parameter, each.strip(), Folder.of(at)))
            .filter(Parsed.Right.class::isInstance)
            .map(parsed -> ((Parsed.Right) parsed).value())
            .toList();
    if (values.size() < texts.size()) {
      findings.add(
          PROVIDER_UNUSABLE,
          at.position(),
          "",
          type.title()
              + " ("
              + type.description().origin()
              + ") has a default for "
              + parameter.name()
              + " that is none",
          "Ask its author, or write a value");
      return Optional.empty();
    }
    return Optional.of(isList(parameter) ? values : values.get(0));
  }

  private static boolean isList(Parameter parameter) {
    return parameter.type() == Parameter.Type.TEXTS || parameter.type() == Parameter.Type.INTEGERS;
  }

  private void refuseContradictions(
      YamlNode at,
      String name,
      Settings settings,
      Map<String, Object> values,
      Configurable type,
      String path) {
    try {
      type.tryOut(name, settings);
    } catch (IllegalArgumentException e) {
      findings.add(
          CONFIG_INVALID,
          at.position(),
          path,
          redacted(String.valueOf(e.getMessage()), values),
          "Change the settings of the " + type.noun());
    } catch (RuntimeException | LinkageError e) {
      findings.add(
          PROVIDER_UNUSABLE,
          at.position(),
          path,
          type.title()
              + " ("
              + type.description().origin()
              + ") fails when a "
              + type.noun()
              + " is to be made: "
              + e.getClass().getName(),
          "Ask its author, or remove the " + type.noun());
    }
  }

  /** A message of a provider, without anything that must not be shown. */
  private String redacted(String message, Map<String, Object> values) {
    Set<String> hidden = new HashSet<>(substitution.hidden());
    for (Object value : values.values()) {
      if (value instanceof Secret secret) {
        hidden.add(secret.reveal());
      } else if (value instanceof Map<?, ?> map) {
        map.values().stream()
            .filter(Secret.class::isInstance)
            .forEach(secret -> hidden.add(((Secret) secret).reveal()));
      }
    }
    String redacted = message;
    for (String text : hidden) {
      if (text.length() >= SHORTEST_REPLACED) {
        redacted = redacted.replace(text, "***");
      } else if (!text.isEmpty() && redacted.contains(text)) {
        return "its settings contradict each other";
      }
    }
    return redacted;
  }
}
