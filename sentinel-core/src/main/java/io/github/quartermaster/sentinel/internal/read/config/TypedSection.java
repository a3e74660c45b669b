package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a section of things by their names, each of a type: other monitors that are heard or told.
 *
 * @param name the key of the section
 * @param noun what one of them is called
 * @param example one of them, as it would be written
 * @param types those that there are
 * @param environment what {@code ${env:NAME}} stands for
 * @param findings what is wrong
 */
record TypedSection<T extends Configurable>(
    String name,
    String noun,
    String example,
    Map<String, T> types,
    Map<String, String> environment,
    Findings findings) {
  private static final int MOST = 100;
  private static final String TYPE = "type";
  // a source's name is part of the address that is sent to
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /**
   * One of them.
   *
   * @param name what it is called
   * @param mapping what is written about it
   * @param path the keys that lead there
   * @param substitution resolves what stands for something else in it
   * @param type its type
   * @param settings what is set for the type
   */
  record Named<T>(
      String name,
      YamlMapping mapping,
      String path,
      Substitution substitution,
      T type,
      Settings settings) {}

  /** All of them whose type is known; findings say what is wrong with the rest. */
  List<Named<T>> read(YamlMapping all) {
    Optional<YamlNode> section = all.entry(name).map(YamlMapping.Entry::value);
    if (section.isEmpty()) {
      return List.of();
    }
    if (!(section.get() instanceof YamlMapping mapping)) {
      findings.add(
          CONFIG_INVALID,
          section.get().position(),
          name,
          "expected " + noun + "s by their names, found " + ValueReader.kind(section.get()),
          "Write one on each line, such as " + example);
      return List.of();
    }
    if (mapping.entries().size() > MOST) {
      findings.add(
          CONFIG_INVALID,
          mapping.position(),
          name,
          "expected at most " + MOST + " " + noun + "s, found " + mapping.entries().size(),
          "Check that it is the right file");
      return List.of();
    }
    return mapping.entries().stream().flatMap(entry -> one(entry).stream()).toList();
  }

  private Optional<Named<T>> one(YamlMapping.Entry entry) {
    String path = name + "." + entry.name();
    if (!NAME.matcher(entry.name()).matches()) {
      findings.add(
          CONFIG_INVALID,
          entry.key().position(),
          path,
          "expected a name of 1 to 100 letters, digits, dots, underscores and hyphens, found"
              + " another",
          "Change the name of the " + noun);
      return Optional.empty();
    }
    if (!(entry.value() instanceof YamlMapping mapping)) {
      findings.add(
          CONFIG_INVALID,
          entry.value().position(),
          path,
          "expected the settings of a " + noun + ", found " + ValueReader.kind(entry.value()),
          "Write {type: ...} with " + TypeName.choices(types));
      return Optional.empty();
    }
    Optional<YamlNode> type = mapping.entry(TYPE).map(YamlMapping.Entry::value);
    if (type.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          entry.key().position(),
          path,
          "type is missing",
          "Write type: with " + TypeName.choices(types));
      return Optional.empty();
    }
    Substitution substitution = new Substitution(environment, findings);
    return TypeName.read(type.get(), path + "." + TYPE, TYPE, types, substitution, findings)
        .map(
            known ->
                new Named<>(
                    entry.name(),
                    mapping,
                    path,
                    substitution,
                    known,
                    new SettingsBinder(substitution, findings)
                        .bind(entry.key(), mapping, known, path)));
  }
}
