package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackMojoTest {
  @TempDir Path folder;

  private Workbench bench;
  private Path war;
  private byte[] one;
  private byte[] two;

  @BeforeEach
  void upgrade_a_module() throws Exception {
    folder = folder.toRealPath();
    war = Archives.alfrescoWar(folder.resolve("alfresco.war"));
    one = apply("1.0");
    two = apply("2.0");
    bench = new Workbench(folder);
  }

  private byte[] apply(String version) throws Exception {
    Archives.amp(folder.resolve("amps/bob.amp"), "bob", version);
    ApplyMojo apply = new Workbench(folder).apply();
    apply.wars = List.of("alfresco.war");
    apply.execute();
    return Files.readAllBytes(war);
  }

  @Test
  void newest_backup_is_put_back_with_a_word_on_the_database() throws Exception {
    rollback(null).execute();

    assertThat(war).hasBinaryContent(one);
    assertThat(bench.seen())
        .contains("info   BACKUP", "MADE AT (UTC)", "this one\n")
        .contains("info   MODULE  NOW  AFTERWARDS\ninfo   bob     2.0  1.0\n")
        .contains("warn DOWNGRADE: putting ")
        .contains("takes modules back: bob from 2.0 to 1.0; an Alfresco that has started")
        .contains("info alfresco.war went back in ")
        .contains(", what was there is kept as alfresco.war.")
        .endsWith(", report target/quartermaster/amp-rollback.html");
    assertThat(ReportSchema.errors("amp-rollback-1", bench.report("amp-rollback.json"))).isEmpty();
    assertThat(bench.report("amp-rollback.json")).contains("\"changed\" : true");
    assertThat(bench.report("amp-rollback.html")).contains("amp:rollback: done");
  }

  @Test
  void dry_run_lists_the_backups_and_changes_nothing() throws Exception {
    RollbackMojo dry = rollback(null);
    dry.dryRun = true;
    dry.execute();

    assertThat(war).hasBinaryContent(two);
    assertThat(bench.seen()).contains("info alfresco.war would go back, report ");
    assertThat(ReportSchema.errors("amp-rollback-1", bench.report("amp-rollback.json"))).isEmpty();
    assertThat(bench.report("amp-rollback.json"))
        .contains("\"dryRun\" : true")
        .contains("\"changed\" : true");
  }

  @Test
  void unknown_backup_is_refused_with_those_there_are() throws Exception {
    assertThatThrownBy(rollback("1999")::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("BACKUP_NOT_FOUND: tried to find the backup '1999' of ")
        .hasMessageContaining("Name one of alfresco.war.")
        .hasMessageContaining("(parameter <backup>, -Damp.backup)");
    assertThat(ReportSchema.errors("amp-rollback-1", bench.report("amp-rollback.json"))).isEmpty();
    assertThat(war).hasBinaryContent(two);
  }

  @Test
  void backup_can_be_a_path_and_what_is_there_already_is_nothing_to_do() throws Exception {
    Files.write(folder.resolve("kept.war"), one);

    rollback("kept.war").execute();
    assertThat(war).hasBinaryContent(one);

    rollback("kept.war").execute();
    assertThat(bench.seen()).endsWith("info Nothing to do: 1 WAR, the same as the backup already.");
  }

  private RollbackMojo rollback(@org.jspecify.annotations.Nullable String backup) {
    RollbackMojo rollback = bench.rollback();
    rollback.wars = List.of("alfresco.war");
    rollback.backup = backup;
    return rollback;
  }
}
