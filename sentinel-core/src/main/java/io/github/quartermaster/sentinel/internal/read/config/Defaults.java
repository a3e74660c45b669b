package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNKNOWN_KEY;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for checks that say nothing else.
 *
 * @param timeout how long a probe may take
 * @param every how often the daemon makes a check, or null; read it by {@link #interval()}
 * @param unknownCounts whether the gate heeds an unknown state
 */
record Defaults(Duration timeout, @Nullable Duration every, boolean unknownCounts) {
  static final Defaults NONE = new Defaults(CheckSpec.DEFAULT_TIMEOUT, null, true);

  /** What there can be a default for. */
  static final List<Parameter> PARAMETERS =
      List.of(CommonSettings.TIMEOUT, CommonSettings.INTERVAL, CommonSettings.ON_UNKNOWN);

  static Defaults read(YamlNode node, Substitution substitution, Findings findings) {
    if (!(node instanceof YamlMapping mapping)) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          ConfigFiles.DEFAULTS,
          "expected names and values, found " + ValueReader.kind(node),
          "Write {timeout: 5s}, or leave it out");
      return NONE;
    }
    List<String> keys = PARAMETERS.stream().map(Parameter::name).toList();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!keys.contains(entry.name())) {
        findings.add(
            CONFIG_UNKNOWN_KEY,
            entry.key().position(),
            ConfigFiles.DEFAULTS + "." + entry.name(),
            "there is no default for such a key",
            Suggestion.among(entry.name(), keys, "What there can be"));
      }
    }
    CommonSettings settings =
        new CommonSettings(
            mapping, ConfigFiles.DEFAULTS, new ValueReader(substitution, findings), findings);
    return new Defaults(
        settings.timeout(NONE.timeout()),
        settings.interval().orElse(null),
        settings.unknownCounts(NONE.unknownCounts()));
  }

  /** How often the daemon makes a check, where that is said. */
  Optional<Duration> interval() {
    return Optional.ofNullable(every);
  }
}
