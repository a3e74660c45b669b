package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.model.OutputSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a configuration says about other monitors that are told. */
final class OutputsSection {
  static final String OUTPUTS = "outputs";

  /** The keys of the file that belong to it. */
  static final Set<String> KEYS = Set.of(OUTPUTS);

  private static final String EXAMPLE = "nagios: {type: nagios-spool, host: web1}";

  private OutputsSection() {}

  static List<OutputSpec> read(
      YamlMapping all,
      Map<String, OutputType> types,
      Map<String, String> environment,
      Findings findings) {
    List<OutputSpec> outputs = new ArrayList<>();
    for (TypedSection.Named<OutputType> output :
        new TypedSection<>(OUTPUTS, "output", EXAMPLE, types, environment, findings).read(all)) {
      CommonSettings common =
          new CommonSettings(
              output.mapping(),
              output.path(),
              new ValueReader(output.substitution(), findings),
              findings);
      outputs.add(
          new OutputSpec(
              output.name(),
              output.type().description().type(),
              output.settings(),
              common.timeout(OutputSpec.DEFAULT_TIMEOUT)));
    }
    return outputs;
  }
}
