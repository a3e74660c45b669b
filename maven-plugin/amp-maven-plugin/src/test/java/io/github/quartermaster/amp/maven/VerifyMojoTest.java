package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amp:verify} and {@code amp:repair} on a WAR with a module. */
class VerifyMojoTest {
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";
  private static final String FILE = "WEB-INF/classes/alfresco/extension/bob.txt";

  @TempDir Path folder;

  private Workbench bench;
  private Path war;

  @BeforeEach
  void make_a_war_with_a_module() throws Exception {
    folder = folder.toRealPath();
    war = Archives.alfrescoWar(folder.resolve("alfresco.war"));
    Archives.amp(folder.resolve("amps/bob.amp"), "bob", "1.2");
    bench = new Workbench(folder);
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("alfresco.war");
    apply.execute();
    bench = new Workbench(folder);
  }

  @Test
  void war_as_it_was_installed_has_no_findings() throws Exception {
    verify().execute();

    assertThat(bench.seen())
        .contains("info   1 module, 1 file compared\n")
        .endsWith(
            "info All as it was installed in alfresco.war, report"
                + " target/quartermaster/amp-verify.html");
    assertThat(ReportSchema.errors("amp-verify-1", bench.report("amp-verify.json"))).isEmpty();
    assertThat(bench.report("amp-verify.json")).contains("\"clean\" : true");
  }

  @Test
  void changed_file_is_a_warning_that_fails_the_build_only_where_the_user_wants_it()
      throws Exception {
    write(FILE, "edited");

    verify().execute();
    assertThat(bench.seen())
        .contains("warn FILE_CHANGED: compared alfresco.war with what module bob 1.2 was")
        .contains("info 1 finding in alfresco.war, report");
    assertThat(ReportSchema.errors("amp-verify-1", bench.report("amp-verify.json"))).isEmpty();
    assertThat(bench.report("amp-verify.html"))
        .contains("FILE_CHANGED")
        .contains(FILE)
        .doesNotContain("Backup:");

    VerifyMojo strict = verify();
    strict.failOn = "warning";
    assertThatThrownBy(strict::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("FILE_CHANGED: ");
    assertThat(bench.report("amp-verify.json")).contains("\"refused\" : true");
  }

  @Test
  void missing_file_fails_the_build_and_no_repair_pretends_to_know_it() throws Exception {
    try (FileSystem zip = FileSystems.newFileSystem(war)) {
      Files.delete(zip.getPath(FILE));
    }

    assertThatThrownBy(verify()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("FILE_MISSING: ");

    repair().execute();
    assertThat(bench.seen())
        .contains("info   FILE_MISSING  bob     bob.txt  leave\n")
        .endsWith("info Nothing to do: 1 finding, none to be mended here.");
    assertThat(ReportSchema.errors("amp-repair-1", bench.report("amp-repair.json"))).isEmpty();
  }

  @Test
  void repair_mends_a_state_and_says_so_beforehand_where_asked() throws Exception {
    write(MODULES + "bad/module.properties", "module.id=bad\nmodule.version=1\n");
    byte[] before = Files.readAllBytes(war);
    assertThatThrownBy(verify()::execute).hasMessageStartingWith("MODULE_STATE_BROKEN: ");

    RepairMojo dry = repair();
    dry.dryRun = true;
    dry.execute();
    assertThat(bench.seen()).contains("info 1 finding would be mended in alfresco.war, report");
    assertThat(ReportSchema.errors("amp-repair-1", bench.report("amp-repair.json"))).isEmpty();
    assertThat(war).hasBinaryContent(before);

    repair().execute();
    assertThat(bench.seen())
        .contains("info   MODULE_STATE_BROKEN  bad     module.properties  mend\n")
        .contains("info 1 finding mended in alfresco.war in ")
        .contains(", backup alfresco.war.");
    assertThat(ReportSchema.errors("amp-repair-1", bench.report("amp-repair.json"))).isEmpty();
    assertThat(bench.report("amp-repair.html")).contains("amp:repair: mended");

    verify().execute();
  }

  private void write(String path, String content) throws Exception {
    try (FileSystem zip = FileSystems.newFileSystem(war)) {
      Files.createDirectories(zip.getPath(path).getParent());
      Files.writeString(zip.getPath(path), content);
    }
  }

  private VerifyMojo verify() {
    VerifyMojo verify = bench.verify();
    verify.wars = List.of("alfresco.war");
    return verify;
  }

  private RepairMojo repair() {
    RepairMojo repair = bench.repair();
    repair.wars = List.of("alfresco.war");
    return repair;
  }
}
