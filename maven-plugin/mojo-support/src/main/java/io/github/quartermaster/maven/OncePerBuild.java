package io.github.quartermaster.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Which project of a build runs an execution that every module inherits but the world outside needs
 * once: the first that has it. That is the root where the root has it; where only a module has it,
 * or only a module is built, it is that module, so that nothing is left out unseen.
 */
final class OncePerBuild {
  private OncePerBuild() {}

  /**
   * The project that runs it instead of this one; empty where this one does.
   *
   * @param projects of the build, in its order: parents come before those that inherit from them
   */
  static Optional<MavenProject> insteadOf(
      MavenProject project, List<MavenProject> projects, MojoExecution execution) {
    return projects.stream()
        .filter(other -> other.equals(project) || has(other, execution))
        .findFirst()
        .filter(first -> !first.equals(project));
  }

  private static boolean has(MavenProject project, MojoExecution execution) {
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getArtifactId().equals(execution.getArtifactId()))
        .filter(plugin -> plugin.getGroupId().equals(execution.getGroupId()))
        .anyMatch(plugin -> runs(plugin, execution));
  }

  private static boolean runs(Plugin plugin, MojoExecution execution) {
    return plugin.getExecutions().stream()
        .filter(bound -> bound.getId().equals(execution.getExecutionId()))
        .filter(bound -> bound.getGoals().contains(execution.getGoal()))
        .anyMatch(bound -> !"none".equals(bound.getPhase()));
  }
}
