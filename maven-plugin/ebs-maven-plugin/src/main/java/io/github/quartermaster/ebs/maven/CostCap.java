package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.maven.ParameterHint;
import java.math.BigDecimal;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The greatest cost as users write it. */
final class CostCap {
  private CostCap() {}

  /**
   * The amount; null where nothing is said.
   *
   * @throws MojoExecutionException if it is none
   */
  static @Nullable BigDecimal of(@Nullable String text, ParameterHint parameter)
      throws MojoExecutionException {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      BigDecimal cap = new BigDecimal(text.strip());
      if (cap.signum() >= 0) {
        return cap;
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    throw new MojoExecutionException(
        "tried to read '"
            + text
            + "' as an amount of money; it is no number from 0 on. Write one such as 12.50 "
            + parameter);
  }
}
