package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lays one configuration over another: what the upper one says holds. A check that states its type
 * is whole and replaces one of its name; one that does not changes single keys of it. Lists are
 * replaced, not joined.
 */
final class Merging {
  private Merging() {}

  static YamlMapping merge(YamlMapping base, YamlMapping over) {
    Map<String, YamlMapping.Entry> merged = new LinkedHashMap<>();
    base.entries().forEach(entry -> merged.put(entry.name(), entry));
    for (YamlMapping.Entry entry : over.entries()) {
      YamlMapping.Entry below = merged.get(entry.name());
      YamlNode value =
          below != null
                  && below.value() instanceof YamlMapping one
                  && entry.value() instanceof YamlMapping other
              ? section(entry.name(), one, other)
              : entry.value();
      merged.put(entry.name(), new YamlMapping.Entry(entry.key(), value));
    }
    return new YamlMapping(new ArrayList<>(merged.values()), over.position());
  }

  private static YamlMapping section(String name, YamlMapping base, YamlMapping over) {
    if (!name.equals(ConfigFiles.CHECKS)) {
      return keys(base, over);
    }
    Map<String, YamlMapping.Entry> checks = new LinkedHashMap<>();
    base.entries().forEach(entry -> checks.put(entry.name(), entry));
    for (YamlMapping.Entry entry : over.entries()) {
      YamlMapping.Entry below = checks.get(entry.name());
      YamlNode value =
          below != null
                  && below.value() instanceof YamlMapping one
                  && entry.value() instanceof YamlMapping other
                  && other.entry(CommonSettings.TYPE).isEmpty()
              ? keys(one, other)
              : entry.value();
      checks.put(entry.name(), new YamlMapping.Entry(entry.key(), value));
    }
    return new YamlMapping(new ArrayList<>(checks.values()), over.position());
  }

  private static YamlMapping keys(YamlMapping base, YamlMapping over) {
    Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
    base.entries().forEach(entry -> entries.put(entry.name(), entry));
    over.entries().forEach(entry -> entries.put(entry.name(), entry));
    return new YamlMapping(new ArrayList<>(entries.values()), over.position());
  }
}
