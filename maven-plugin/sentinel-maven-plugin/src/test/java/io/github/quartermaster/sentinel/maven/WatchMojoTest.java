package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void log_tells_where_the_page_is_and_when_it_is_over() throws Exception {
    bench.watch().execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info Watching, 4 checks; how things are is told at http://127.0.0.1:7878/
            info Stopping
            info Stopped watching.""");
  }

  @Test
  void what_is_set_holds_and_what_is_not_is_the_configuration_s_matter() throws Exception {
    bench.watch().execute();
    assertThat(bench.core.config).isNull();
    assertThat(bench.core.state).isNull();
    assertThat(bench.core.port).isNull();

    Files.createFile(folder.resolve("sentinel.yaml"));
    WatchMojo watch = bench.watch();
    watch.state = new File("target/sentinel");
    watch.port = 0;
    watch.plugins = new File("ops/plugins");
    watch.execute();

    assertThat(bench.core.config).isEqualTo(folder.resolve("sentinel.yaml"));
    assertThat(bench.core.state).isEqualTo(folder.resolve("target/sentinel"));
    assertThat(bench.core.port).isZero();
    assertThat(bench.core.plugins).isEqualTo(folder.resolve("ops/plugins"));
  }

  @Test
  void a_second_one_is_refused_with_the_parameter_that_helps() {
    bench.core.refusal =
        new SentinelException(
            List.of(
                Problem.error(
                    ProblemCode.DAEMON_RUNNING,
                    "state",
                    "tried to begin watching with the state folder state; another daemon uses it",
                    "Stop that one, or give this one a state folder of its own")));

    assertThatThrownBy(() -> bench.watch().execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("DAEMON_RUNNING: ")
        .hasMessageContaining("(parameter <state>, -Dsentinel.state)");
  }
}
