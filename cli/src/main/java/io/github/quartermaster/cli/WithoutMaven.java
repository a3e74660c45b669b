package io.github.quartermaster.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/** What goals take from Maven, where there is none: no project, no repository, one thread. */
final class WithoutMaven {
  private static final String NO_REPOSITORY =
      "there is no Maven here that could fetch it; name a file";

  private final MavenProject project = new MavenProject();
  private final MavenSession session;

  /**
   * @param interactive whether a person may be there
   */
  @SuppressWarnings("deprecation") // the only constructor that needs no container
  WithoutMaven(boolean interactive) {
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setSystemProperties(systemProperties());
    request.setInteractiveMode(interactive);
    request.setDegreeOfConcurrency(1);
    project.setRemoteArtifactRepositories(List.of());
    session =
        new MavenSession(
            null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    session.setProjects(List.of(project));
  }

  /**
   * What a goal's constructor asks for.
   *
   * @throws IllegalStateException if it is none of what there is
   */
  Object get(Class<?> type, MojoDescriptor goal) {
    if (type == MavenSession.class) {
      return session;
    }
    if (type == MavenProject.class) {
      return project;
    }
    if (type == MojoExecution.class) {
      return new MojoExecution(goal, "command-line", MojoExecution.Source.CLI);
    }
    if (type == RepositorySystem.class) {
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) -> refused(method.getName()));
    }
    throw new IllegalStateException("no " + type.getName() + " without Maven");
  }

  private static Object refused(String method)
      throws ArtifactResolutionException, VersionRangeResolutionException {
    if (method.equals("resolveVersionRange")) {
      throw new VersionRangeResolutionException(null, NO_REPOSITORY);
    }
    throw new ArtifactResolutionException(List.of(), NO_REPOSITORY);
  }

  /** As Maven gives them: with the environment under {@code env.}. */
  private static Properties systemProperties() {
    Properties properties = new Properties();
    System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
    properties.putAll(System.getProperties());
    return properties;
  }
}
