package io.github.quartermaster.amp.maven.text;

import java.nio.file.Path;

/** How paths are shown. */
@FunctionalInterface
public interface PathNames {
  /** The path as the reader finds it quickest. */
  String shown(Path path);
}
