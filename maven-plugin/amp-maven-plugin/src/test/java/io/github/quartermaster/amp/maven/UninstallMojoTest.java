package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninstallMojoTest {
  @TempDir Path folder;

  private Workbench bench;
  private Map<String, Long> original;
  private byte[] applied;

  @BeforeEach
  void make_a_war_with_two_modules() throws Exception {
    folder = folder.toRealPath();
    original = Archives.entries(Archives.alfrescoWar(folder.resolve("alfresco.war")));
    Archives.amp(folder.resolve("amps/bob.amp"), "bob", "1.2");
    Archives.amp(folder.resolve("amps/user.amp"), "user", "3", "module.depends.bob=*");
    bench = new Workbench(folder);
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("alfresco.war");
    apply.execute();
    applied = Files.readAllBytes(folder.resolve("alfresco.war"));
    bench = new Workbench(folder);
  }

  @Test
  void modules_go_in_one_rewrite_and_the_war_is_what_it_was() throws Exception {
    uninstall("bob", "user").execute();

    assertThat(Archives.entries(folder.resolve("alfresco.war"))).isEqualTo(original);
    assertThat(bench.seen())
        .contains("info   MODULE  INSTALLED  ACTION     WHY\n")
        .contains("info   bob     1.2        uninstall  uninstalling is asked for\n")
        .contains("info 2 modules uninstalled from alfresco.war in ")
        .endsWith(", report target/quartermaster/amp-uninstall.html");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-uninstall.json"))).isEmpty();
    assertThat(bench.report("amp-uninstall.html")).contains("amp:uninstall: done");
  }

  @Test
  void module_that_others_need_is_refused_unless_that_is_allowed() throws Exception {
    assertThatThrownBy(uninstall("bob")::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("MODULE_NEEDED: tried to uninstall module bob 1.2 from ")
        .hasMessageContaining("needed by user 3")
        .hasMessageContaining("(parameter <ignoreDependants>, -Damp.ignoreDependants)");
    assertThat(folder.resolve("alfresco.war")).hasBinaryContent(applied);
    assertThat(bench.report("amp-uninstall.json"))
        .contains("\"refused\" : true")
        .contains("\"changed\" : false");

    UninstallMojo allowed = uninstall("bob");
    allowed.ignoreDependants = true;
    allowed.execute();
    assertThat(bench.seen()).contains("warn MODULE_NEEDED: ");
  }

  @Test
  void dry_run_tells_the_same_and_changes_nothing() throws Exception {
    UninstallMojo dry = uninstall("user");
    dry.dryRun = true;
    dry.execute();

    assertThat(folder.resolve("alfresco.war")).hasBinaryContent(applied);
    assertThat(bench.seen()).contains("info 1 module would be uninstalled from alfresco.war");
    assertThat(bench.report("amp-uninstall.json"))
        .contains("\"dryRun\" : true")
        .contains("\"changed\" : true");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-uninstall.json"))).isEmpty();
  }

  @Test
  void absent_module_is_told_and_nothing_changes() throws Exception {
    uninstall("nobody").execute();

    assertThat(folder.resolve("alfresco.war")).hasBinaryContent(applied);
    assertThat(bench.seen())
        .contains("info   nobody  -          absent  it is not in this WAR\n")
        .endsWith("info Nothing to do: 1 module, none of them installed.");
    assertThat(bench.report("amp-uninstall.json")).contains("\"action\" : \"absent\"");
    assertThat(ReportSchema.errors("amp-apply-1", bench.report("amp-uninstall.json"))).isEmpty();
  }

  @Test
  void result_can_go_elsewhere() throws Exception {
    UninstallMojo elsewhere = uninstall("bob", "user");
    elsewhere.outputDirectory = new java.io.File("out");
    elsewhere.execute();

    assertThat(folder.resolve("alfresco.war")).hasBinaryContent(applied);
    assertThat(Archives.entries(folder.resolve("out/alfresco.war"))).isEqualTo(original);
  }

  @Test
  void id_that_cannot_be_one_and_no_id_at_all_are_answered() {
    assertThatThrownBy(uninstall("a b")::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("(parameter <modules>, -Damp.modules)");
    assertThatThrownBy(uninstall()::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to uninstall; no module is named.");
  }

  private UninstallMojo uninstall(String... modules) {
    UninstallMojo uninstall = bench.uninstall();
    uninstall.wars = List.of("alfresco.war");
    uninstall.modules = List.of(modules);
    return uninstall;
  }
}
