package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void make_amps() throws IOException {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
    Archives.amp(folder.resolve("amps/alfresco-bob-123.amp"), "bob", "1.9");
    Archives.amp(folder.resolve("amps/old/bob.AMP"), "bob", "1.10");
    Archives.amp(folder.resolve("amps/alice.amp"), "alice", "1.0-SNAPSHOT");
  }

  @Test
  void newest_amp_of_each_module_is_shown_with_the_others() throws Exception {
    bench.latest().execute();

    assertThat(bench.seen().lines().skip(1))
        .containsExactly(
            "info alice   repository  1.0-SNAPSHOT  amps/alice.amp    -",
            "info bob     repository  1.10          amps/old/bob.AMP  1.9",
            "info 3 AMPs of 2 modules, report target/quartermaster/amp-latest.json");
    assertThat(ReportSchema.errors("amp-latest-1", bench.report("amp-latest.json"))).isEmpty();
  }

  @Test
  void installed_modules_stand_beside_where_a_war_is_named() throws Exception {
    Archives.alfrescoWar(folder.resolve("alfresco.war"));
    Archives.amp(folder.resolve("before/bob.amp"), "bob", "1.2");
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("alfresco.war");
    apply.directories = List.of(folder.resolve("before").toFile());
    apply.execute();
    LatestMojo latest = bench.latest();
    latest.wars = List.of("alfresco.war");

    latest.execute();

    assertThat(bench.seen())
        .contains(
            "info bob     repository  1.10          amps/old/bob.AMP  1.9     1.2        alfresco.war "
                + " outdated")
        .contains(" not installed\n");
    assertThat(ReportSchema.errors("amp-latest-1", bench.report("amp-latest.json"))).isEmpty();
  }

  @Test
  void unreadable_amp_is_told_and_stops_only_those_who_want_it() throws Exception {
    Files.writeString(folder.resolve("amps/broken.amp"), "no zip");

    bench.latest().execute();
    assertThat(bench.seen()).contains("warn AMP_UNREADABLE: ").contains("info bob ");

    LatestMojo strict = bench.latest();
    strict.failOnUnreadable = true;
    assertThatThrownBy(strict::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("AMP_UNREADABLE: ");
  }

  @Test
  void tier_that_the_user_knows_outweighs_the_content() throws Exception {
    LatestMojo latest = bench.latest();
    latest.tiers = List.of("alice=share");

    latest.execute();

    assertThat(bench.seen()).contains("info alice   share       1.0-SNAPSHOT ");
  }
}
