package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.model.RunId;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The id of a run as users write it. */
final class RunName {
  private RunName() {}

  /**
   * The id; null where nothing is said.
   *
   * @throws MojoExecutionException if it cannot be one
   */
  static @Nullable RunId of(@Nullable String name) throws MojoExecutionException {
    if (name == null || name.isBlank()) {
      return null;
    }
    String id = name.strip();
    if (!RunId.isWellFormed(id)) {
      throw new MojoExecutionException(
          "tried to name the run '"
              + id
              + "'; a name has 1 to 64 letters, digits, dots, underscores and hyphens, the first no"
              + " dot or hyphen. Write such a name "
              + EbsMojo.hint("run"));
    }
    return new RunId(id);
  }
}
