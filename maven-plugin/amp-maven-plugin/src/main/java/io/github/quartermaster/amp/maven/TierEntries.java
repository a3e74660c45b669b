package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.maven.ParameterHint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** What the user says of tiers, as entries {@code name=tier}. */
final class TierEntries {
  private TierEntries() {}

  /**
   * The tiers by module id or file name.
   *
   * @throws MojoExecutionException if an entry has another form
   */
  static Map<String, Tier> parse(List<String> entries) throws MojoExecutionException {
    Map<String, Tier> tiers = new LinkedHashMap<>();
    for (String entry : entries) {
      int sign = entry.lastIndexOf('=');
      if (sign < 1) {
        throw malformed(entry, "it is not written name=tier");
      }
      try {
        tiers.put(entry.substring(0, sign).strip(), Tier.parse(entry.substring(sign + 1)));
      } catch (IllegalArgumentException failure) {
        throw malformed(entry, String.valueOf(failure.getMessage()));
      }
    }
    return tiers;
  }

  private static MojoExecutionException malformed(String entry, String why) {
    return new MojoExecutionException(
        "tried to read the tier '"
            + entry
            + "'; "
            + why
            + ". Write for example my-module=share or my-module-1.0.amp=repository "
            + new ParameterHint("amp", "tiers"));
  }
}
