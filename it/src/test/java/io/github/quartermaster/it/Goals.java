package io.github.quartermaster.it;

import java.util.List;
import java.util.stream.Stream;

/** How a user names a goal. */
final class Goals {
  private Goals() {}

  /** In full, as it must be where no project and no settings tell Maven of the plugin. */
  static List<String> byCoordinates(String... goals) {
    return Stream.of(goals)
        .map(goal -> "io.github.quartermaster:amp-maven-plugin:" + Place.version() + ":" + goal)
        .toList();
  }
}
