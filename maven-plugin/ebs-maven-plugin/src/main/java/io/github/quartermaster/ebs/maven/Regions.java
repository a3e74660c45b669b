package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.maven.ParameterHint;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Names of regions as users write them. */
final class Regions {
  private Regions() {}

  /**
   * One region.
   *
   * @throws MojoExecutionException if it cannot be a region's name
   */
  static Region of(String name, ParameterHint parameter) throws MojoExecutionException {
    String stripped = name.strip();
    if (!Region.isWellFormed(stripped)) {
      throw new MojoExecutionException(
          "tried to read '"
              + name
              + "' as the name of a region; it has other characters than letters, digits and hyphens."
              + " Write one such as eu-west-1 "
              + parameter);
    }
    return new Region(stripped);
  }

  /** Several; blank ones are passed over. */
  static List<Region> listOf(List<String> names, ParameterHint parameter)
      throws MojoExecutionException {
    List<Region> regions = new ArrayList<>();
    for (String name : names) {
      if (!name.isBlank()) {
        regions.add(of(name, parameter));
      }
    }
    return regions;
  }
}
