package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.maven.text.ProvidersText;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Lists what can be checked here: the types that a configuration may name, those of the plugins
 * among them, with what can be set for each. Checks nothing.
 *
 * @since 1.0
 */
@Mojo(name = "providers", requiresProject = false, threadSafe = true)
public final class ProvidersMojo extends SentinelMojo {
  /**
   * The only type to show, with all that can be set for it. Default: all types, with the names of
   * what can be set. Example: {@code disk}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.type")
  @Nullable String type;

  /** Takes what Maven injects. */
  @Inject
  public ProvidersMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    List<ProviderDescription> providers;
    // without the configuration: people look here when that does not work yet
    try (FrontDoor door = open(null)) {
      providers = door.providers();
    }
    ProvidersText text = new ProvidersText(width().orElse(ProvidersText.UNLIMITED));
    if (type == null || type.isBlank()) {
      text.overview(providers).forEach(getLog()::info);
      return Outcome.idle(
          Wording.count(providers.size(), "type")
              + "; to see all of one: mvn sentinel:providers -Dsentinel.type=<type>");
    }
    ProviderDescription wanted = named(type.strip(), providers);
    text.details(wanted).forEach(getLog()::info);
    return Outcome.idle(Wording.count(wanted.parameters().size(), "parameter"));
  }

  private static ProviderDescription named(String name, List<ProviderDescription> providers)
      throws MojoExecutionException {
    return providers.stream()
        .filter(provider -> provider.type().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "tried to find the type '"
                        + name
                        + "'; it is not one of "
                        + providers.stream()
                            .map(ProviderDescription::type)
                            .collect(Collectors.joining(", "))
                        + ". Write one of them "
                        + hint("type")));
  }
}
