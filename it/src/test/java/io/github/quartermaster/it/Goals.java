package io.github.quartermaster.it;

/** How a user names a goal. */
final class Goals {
  private Goals() {}

  /** In full, as it must be where no project and no settings tell Maven of the plugin. */
  static String byCoordinates(String goal) {
    return "io.github.quartermaster:amp-maven-plugin:" + Place.version() + ":" + goal;
  }
}
