package io.github.quartermaster.it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MavenIT {

  static java.util.stream.Stream<Maven> mavens() {
    return Maven.all();
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void each_maven_is_the_one_its_name_says(Maven maven) {
    maven
        .run(Place.work("version-" + maven.version()), "--version")
        .succeeds()
        .prints("Apache Maven " + maven.version());
  }
}
