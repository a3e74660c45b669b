package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.maven.text.ProvidersText;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Shows types of checks or of actions.
 *
 * @param goal the goal that does
 * @param noun what one is called, and its parameter
 * @param verb what they do, as the heading of a column
 * @param width of a line, if it has an end
 * @param log where to
 */
record TypeListing(String goal, String noun, String verb, Optional<Integer> width, Log log) {
  /**
   * All of them, or one with all that can be set for it.
   *
   * @param name the one, or null for all
   * @throws MojoExecutionException if there is none of that name
   */
  Outcome show(List<ProviderDescription> types, @Nullable String name)
      throws MojoExecutionException {
    ProvidersText text = new ProvidersText(width.orElse(ProvidersText.UNLIMITED), verb);
    if (name == null || name.isBlank()) {
      text.overview(types).forEach(log::info);
      return Outcome.idle(
          Wording.count(types.size(), noun)
              + "; to see all of one: mvn sentinel:"
              + goal
              + " -Dsentinel."
              + noun
              + "=<"
              + noun
              + ">");
    }
    ProviderDescription wanted = named(name.strip(), types);
    text.details(wanted).forEach(log::info);
    return Outcome.idle(Wording.count(wanted.parameters().size(), "parameter"));
  }

  private ProviderDescription named(String name, List<ProviderDescription> types)
      throws MojoExecutionException {
    return types.stream()
        .filter(type -> type.type().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "tried to find the "
                        + noun
                        + " '"
                        + name
                        + "'; it is not one of "
                        + types.stream()
                            .map(ProviderDescription::type)
                            .collect(Collectors.joining(", "))
                        + ". Write one of them "
                        + SentinelMojo.hint(noun)));
  }
}
