package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void actions_are_listed_with_where_they_come_from() throws Exception {
    ActionsMojo actions = bench.actions();
    actions.config = new File("broken.yaml");

    actions.execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info TYPE        FROM      DOES                            CAN BE SET
            info pool.drain  built-in  Takes a server out of its pool  pool
            info 1 action; to see all of one: mvn sentinel:actions -Dsentinel.action=<action>.""");
    assertThat(bench.core.config).isNull();
  }

  @Test
  void one_action_is_shown_with_all_that_can_be_set() throws Exception {
    ActionsMojo actions = bench.actions();
    actions.action = "pool.drain";

    actions.execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info pool.drain, built-in: Takes a server out of its pool
            info PARAMETER  TAKES  DEFAULT     MEANS
            info pool       text   (required)  Which pool
            info 1 parameter.""");
  }

  @Test
  void unknown_action_is_answered_with_those_there_are() {
    ActionsMojo actions = bench.actions();
    actions.action = "pool.darin";

    assertThatThrownBy(actions::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(
            "tried to find the action 'pool.darin'; it is not one of pool.drain")
        .hasMessageEndingWith("Write one of them (parameter <action>, -Dsentinel.action)");
  }
}
