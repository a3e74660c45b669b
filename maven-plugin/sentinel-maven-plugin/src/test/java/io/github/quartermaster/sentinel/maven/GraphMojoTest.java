package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void text_is_for_people_and_files_are_left() throws Exception {
    bench.graph().execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info shop
            info `- app
            info    `- disk:/var
            info alone: swap
            info 4 components, 2 dependencies, report target/quartermaster/sentinel-graph.html""");
    assertThat(bench.report("sentinel-graph.html")).contains("<svg class=\"graph\"");
    assertThat(bench.report("sentinel-graph.dot")).contains("\"shop\" -> \"app\"");
  }

  @Test
  void dot_goes_to_the_standard_output_as_it_is() throws Exception {
    GraphMojo graph = bench.graph();
    graph.format = "dot";

    assertThat(Workbench.printed(graph)).isEqualTo(bench.report("sentinel-graph.dot"));
  }
}
