package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class OncePerBuildTest {
  private static final MavenProject PLAIN = project("plain");

  @Test
  void root_runs_what_its_modules_inherit() {
    MavenProject root = project("root", execution("nightly", "backup"));
    MavenProject module = project("module", execution("nightly", "backup"));

    assertThat(instead(root, root, module)).isNull();
    assertThat(instead(module, root, module)).isEqualTo(root);
  }

  @Test
  void module_runs_what_the_root_has_not() {
    MavenProject first = project("first", execution("nightly", "backup"));
    MavenProject second = project("second", execution("nightly", "backup"));

    assertThat(instead(first, PLAIN, first, second)).isNull();
    assertThat(instead(second, PLAIN, first, second)).isEqualTo(first);
  }

  @Test
  void module_that_is_built_alone_runs_it() {
    MavenProject module = project("module", execution("nightly", "backup"));

    assertThat(instead(module, module)).isNull();
  }

  @Test
  void other_executions_do_not_count() {
    MavenProject module = project("module", execution("nightly", "backup"));

    assertThat(instead(module, project("root", execution("weekly", "backup")), module)).isNull();
    assertThat(instead(module, project("root", execution("nightly", "plan")), module)).isNull();
  }

  @Test
  void execution_without_a_phase_does_not_count() {
    PluginExecution off = execution("nightly", "backup");
    off.setPhase("none");
    MavenProject module = project("module", execution("nightly", "backup"));

    assertThat(instead(module, project("root", off), module)).isNull();
  }

  private static MavenProject instead(MavenProject project, MavenProject... build) {
    Plugin plugin = plugin();
    MojoExecution execution = new MojoExecution(plugin, "backup", "nightly");
    return OncePerBuild.insteadOf(project, List.of(build), execution).orElse(null);
  }

  private static MavenProject project(String artifactId, PluginExecution... executions) {
    MavenProject project = new MavenProject();
    project.setGroupId("test");
    project.setArtifactId(artifactId);
    project.setVersion("1");
    Plugin plugin = plugin();
    List.of(executions).forEach(plugin::addExecution);
    Build build = new Build();
    build.addPlugin(plugin);
    project.setBuild(build);
    return project;
  }

  private static PluginExecution execution(String id, String goal) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.addGoal(goal);
    return execution;
  }

  private static Plugin plugin() {
    Plugin plugin = new Plugin();
    plugin.setGroupId("test");
    plugin.setArtifactId("test-maven-plugin");
    return plugin;
  }
}
