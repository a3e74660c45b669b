package io.github.quartermaster.amp.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which Alfresco product a WAR is.
 *
 * @param title as the manifest's {@code Implementation-Title} or {@code Specification-Title} has
 *     it; empty where it has none
 * @param release the product version, or null where the WAR does not tell; read it by {@link
 *     #version()}
 * @param editionName the edition, or null where the WAR does not tell; read it by {@link
 *     #edition()}
 */
public record WarProduct(
    String title, @Nullable ReleaseVersion release, @Nullable String editionName) {

  /** The product version, where the WAR tells it. */
  public Optional<ReleaseVersion> version() {
    return Optional.ofNullable(release);
  }

  /** The edition ({@code Community}, {@code Enterprise}), where the WAR tells it. */
  public Optional<String> edition() {
    return Optional.ofNullable(editionName);
  }
}
