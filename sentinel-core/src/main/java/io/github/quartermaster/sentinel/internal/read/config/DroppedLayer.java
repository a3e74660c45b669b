package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.read.catalog.DroppedCheck;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.internal.yaml.YamlSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks that executables are, written as a configuration below all others: a file can change
 * their settings, or switch them off, as it can those of an included file.
 */
final class DroppedLayer {
  private static final String TYPE = "nagios";
  private static final String COMMAND = "command";

  private DroppedLayer() {}

  static YamlMapping of(List<DroppedCheck> checks) {
    YamlPosition nowhere = new YamlPosition(Path.of(""), 1, 1);
    List<YamlMapping.Entry> entries = checks.stream().map(DroppedLayer::check).toList();
    YamlMapping mapping = new YamlMapping(entries, nowhere);
    return new YamlMapping(
        List.of(new YamlMapping.Entry(new YamlScalar(ConfigFiles.CHECKS, true, nowhere), mapping)),
        nowhere);
  }

  private static YamlMapping.Entry check(DroppedCheck check) {
    YamlPosition at = new YamlPosition(check.executable(), check.line(), 1);
    List<YamlMapping.Entry> settings = new ArrayList<>();
    settings.add(entry(CommonSettings.TYPE, new YamlScalar(TYPE, false, at)));
    // a folder of such a name is no reference
    String path = check.executable().toString().replace("${", "$${");
    settings.add(entry(COMMAND, list(List.of(path), at)));
    if (!check.provides().isEmpty()) {
      settings.add(entry(CommonSettings.PROVIDES.name(), list(check.provides(), at)));
    }
    if (!check.requires().isEmpty()) {
      settings.add(entry(CommonSettings.REQUIRES, list(check.requires(), at)));
    }
    if (check.timeout() != null) {
      settings.add(
          entry(CommonSettings.TIMEOUT.name(), new YamlScalar(check.timeout(), false, at)));
    }
    return entry(check.name(), new YamlMapping(settings, at));
  }

  private static YamlMapping.Entry entry(String name, YamlNode value) {
    return new YamlMapping.Entry(new YamlScalar(name, true, value.position()), value);
  }

  private static YamlSequence list(List<String> texts, YamlPosition at) {
    List<YamlNode> items =
        texts.stream().<YamlNode>map(text -> new YamlScalar(text, false, at)).toList();
    return new YamlSequence(items, at);
  }
}
