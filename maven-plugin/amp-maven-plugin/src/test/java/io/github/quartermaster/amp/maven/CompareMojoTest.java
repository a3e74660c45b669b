package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void make_a_war_with_a_module_and_keep_the_old_one() throws Exception {
    folder = folder.toRealPath();
    Archives.alfrescoWar(folder.resolve("alfresco.war"));
    Files.copy(folder.resolve("alfresco.war"), folder.resolve("old.war"));
    Archives.amp(folder.resolve("amps/bob.amp"), "bob", "1.2");
    bench = new Workbench(folder);
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("alfresco.war");
    apply.execute();
    bench = new Workbench(folder);
  }

  private CompareMojo compare(String war, String with) {
    CompareMojo compare = bench.compare();
    compare.wars = List.of(war);
    compare.compareWith = with;
    return compare;
  }

  @Test
  void what_differs_is_shown() throws Exception {
    compare("alfresco.war", "old.war").execute();

    assertThat(bench.seen())
        .contains("info before: old.war: repository, Alfresco Community 23.4.0")
        .contains("info   MODULE  BEFORE  AFTER  CHANGE\n")
        .contains("info   bob     -       1.2    added\n")
        .contains("info   added   WEB-INF/classes/alfresco/extension/bob.txt\n")
        .endsWith(
            "info 1 module and 1 other file between alfresco.war and old.war differ, report"
                + " target/quartermaster/amp-compare.json");
    assertThat(ReportSchema.errors("amp-compare-1", bench.report("amp-compare.json"))).isEmpty();
  }

  @Test
  void same_content_is_told() throws Exception {
    Files.copy(folder.resolve("alfresco.war"), folder.resolve("copy.war"));

    compare("alfresco.war", "copy.war").execute();

    assertThat(bench.seen()).contains("info No difference between alfresco.war and copy.war.");
    assertThat(ReportSchema.errors("amp-compare-1", bench.report("amp-compare.json"))).isEmpty();
  }

  @Test
  void what_is_missing_is_asked_for() {
    assertThatThrownBy(compare("alfresco.war", null)::execute)
        .hasMessage(
            "tried to compare 1 WAR; nothing is named to compare with. Name one WAR, and one to"
                + " compare it with (parameter <compareWith>, -Damp.compareWith)");
    assertThatThrownBy(compare("no.war", "old.war")::execute).hasMessageContaining("WAR_NOT_FOUND");
  }
}
