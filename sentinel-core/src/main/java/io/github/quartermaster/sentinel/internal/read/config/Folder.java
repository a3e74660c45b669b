package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import java.nio.file.Path;

/** The folder of the file in which something stands: relative paths begin there. */
final class Folder {
  private Folder() {}

  static Path of(YamlNode node) {
    Path file = node.position().file().toAbsolutePath().normalize();
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }
}
