package io.github.quartermaster.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** A parameter whose value is one of a few words. */
public final class Choice {
  private Choice() {}

  /**
   * The constant whose name the user wrote, in any case, with hyphens for underscores.
   *
   * @throws MojoExecutionException if there is none; its message names all
   */
  public static <E extends Enum<E>> E of(Class<E> type, String value, ParameterHint parameter)
      throws MojoExecutionException {
    String wanted = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "tried to read '"
                        + value
                        + "'; it is not one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Choice::word)
                            .collect(Collectors.joining(", "))
                        + ". Write one of them "
                        + parameter));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
