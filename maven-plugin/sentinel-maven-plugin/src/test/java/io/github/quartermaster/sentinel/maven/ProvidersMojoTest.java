package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void types_are_listed_with_where_they_come_from() throws Exception {
    ProvidersMojo providers = bench.providers();
    providers.config = new File("broken.yaml");

    providers.execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info TYPE        FROM       MEASURES                   CAN BE SET
            info disk        built-in   The space of file systems  warn, unit, path
            info queue?[31m  queue.jar  What waits
            info 2 types; to see all of one: mvn sentinel:providers -Dsentinel.type=<type>.""");
    assertThat(bench.core.config).isNull();
    assertThat(bench.reports()).doesNotExist();
  }

  @Test
  void one_type_is_shown_with_all_that_can_be_set() throws Exception {
    ProvidersMojo providers = bench.providers();
    providers.type = "disk";

    providers.execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info disk, built-in: The space of file systems
            info PARAMETER  TAKES             DEFAULT     MEANS
            info warn       upper limit in %  70          Used space
            info unit       SI|IEC                        How sizes are written
            info path       path              (required)  Where
            info 3 parameters.""");
  }

  @Test
  void unknown_type_is_answered_with_those_there_are() {
    ProvidersMojo providers = bench.providers();
    providers.type = "dsik";

    assertThatThrownBy(providers::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to find the type 'dsik'; it is not one of disk, queue")
        .hasMessageEndingWith("Write one of them (parameter <type>, -Dsentinel.type)");
  }
}
