package io.github.quartermaster.it;

import java.util.List;
import java.util.stream.Stream;

/** How a user names a goal. */
final class Goals {
  private Goals() {}

  /** In full, as it must be where no project and no settings tell Maven of the plugin. */
  static List<String> byCoordinates(String... goals) {
    return byCoordinates("amp-maven-plugin", goals);
  }

  /** Likewise those of the {@code ebs} plugin. */
  static List<String> ofEbs(String... goals) {
    return byCoordinates("ebs-maven-plugin", goals);
  }

  /** Likewise those of the {@code sentinel} plugin. */
  static List<String> ofSentinel(String... goals) {
    return byCoordinates("sentinel-maven-plugin", goals);
  }

  private static List<String> byCoordinates(String plugin, String[] goals) {
    String coordinates = "io.github.quartermaster:" + plugin + ":" + Place.version() + ":";
    return Stream.of(goals).map(goal -> coordinates + goal).toList();
  }
}
