package io.github.quartermaster.it;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short names of the goals, {@code amp:apply} and the others. */
class PrefixIT {

  static Stream<Maven> all() {
    return Maven.all();
  }

  static Stream<Maven> oldestAndNewest() {
    return Maven.oldestAndNewest();
  }

  /** What makes it work is the group's metadata, which an {@code install} of ours has written. */
  @ParameterizedTest
  @MethodSource("all")
  void a_user_whose_settings_name_our_group_needs_no_project(Maven maven) {
    Skipped.unless(
        buildWritesGroupMetadata(),
        "goals by prefix without a project",
        "Maven 3.8 installs plugins without their prefix; build with ./mvnw");
    Path folder = Place.work("plugin-group-" + maven.version());
    Archives.war(folder.resolve("alfresco.war"), 23, 2, 1);
    Archives.amp(
        folder.resolve("amps/greeting-1.0.amp"),
        "greeting",
        "1.0",
        Map.of("web/greeting.txt", Archives.text("Greeting")));

    maven
        .withPluginGroup()
        .run(folder, "amp:apply", "amp:list", "-Damp.wars=alfresco.war")
        .succeeds()
        .prints("greeting - 1.0 install …", "greeting 1.0 … installed Module greeting");
  }

  private static boolean buildWritesGroupMetadata() {
    return !Place.property("it.builtWith").startsWith("3.8.");
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void a_project_that_declares_the_plugin_needs_no_settings(Maven maven) {
    Path project = Example.named("war-with-amps").copy("prefix-" + maven.version());

    maven
        .run(project, "package", "amp:list")
        .succeeds()
        .prints("greeting 1.0 … installed Greeting");
  }

  @ParameterizedTest
  @MethodSource("all")
  void goals_that_back_up_have_their_prefix_too(Maven maven) {
    Skipped.unless(
        buildWritesGroupMetadata(),
        "goals by prefix without a project",
        "Maven 3.8 installs plugins without their prefix; build with ./mvnw");

    maven
        .withPluginGroup()
        .run(Place.work("ebs-prefix-" + maven.version()), "ebs:help")
        .succeeds()
        .prints("ebs:backup");
  }

  @Test
  void help_tells_of_every_goal() {
    Maven.current()
        .run(Place.work("help"), Goals.byCoordinates("help"))
        .succeeds()
        .prints("amp:apply", "amp:help", "amp:latest", "amp:list", "amp:plan");
  }

  @Test
  void an_aggregator_without_a_war_is_told_where_the_goal_belongs() {
    Path project = Example.named("quickstart").copy("aggregator");

    Maven.current()
        .run(project, "amp:plan")
        .fails()
        .prints("…tried to find the WAR of quickstart; …-pl :alfresco or -pl :share…");
  }
}
