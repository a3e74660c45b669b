package io.github.quartermaster.maven;

/**
 * Names the parameter that a message is about, in both spellings that a user may need.
 *
 * @param prefix the goal prefix, such as {@code amp}
 * @param name the parameter's element in the POM, such as {@code wars}
 */
public record ParameterHint(String prefix, String name) {
  /** For the end of a message: {@code (parameter <wars>, -Damp.wars)}. */
  @Override
  public String toString() {
    return "(parameter <" + name + ">, -D" + prefix + "." + name + ")";
  }
}
