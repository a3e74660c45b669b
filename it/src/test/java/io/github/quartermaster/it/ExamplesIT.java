package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesIT {

  static Stream<Arguments> each_example_with_each_maven() {
    return Maven.all().flatMap(maven -> Example.all().map(example -> Arguments.of(example, maven)));
  }

  static Stream<Example> examples() {
    return Example.all();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("each_example_with_each_maven")
  void an_example_prints_what_it_promises(Example example, Maven maven) {
    Skipped.unless(
        !example.mountsDisk() || SmallDisk.isPossible(),
        "examples/" + example.name(),
        "this user may not mount a disk, not even one that nobody else sees");
    MavenRun run = example.verifiedBy(maven);

    if (example.mustFail()) {
      run.fails();
    } else {
      run.succeeds();
    }
    run.prints(example.expectedOutput());
    run.doesNotPrint("not marked as thread-safe");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_names_the_version_of_this_checkout(Example example) {
    assertThat(example.read("pom.xml"))
        .contains("<quartermaster.version>" + Place.version() + "</quartermaster.version>");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_in_the_list_of_examples(Example example) {
    assertThat(Place.examples().resolve("README.md"))
        .content()
        .contains("| `" + example.name() + "` |");
  }

  @Test
  void the_quickstart_prints_the_same_in_a_parallel_build() {
    Example quickstart = Example.named("quickstart");

    Maven.current()
        .run(quickstart.copy("parallel"), "-T4", "verify")
        .succeeds()
        .prints(quickstart.expectedOutput())
        .doesNotPrint("not marked as thread-safe");
  }
}
