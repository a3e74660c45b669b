package io.github.quartermaster.sentinel.internal.yaml;

/**
 * A text is no YAML, or more of it than a file of people has. The message is a part of a sentence
 * and repeats nothing of the text but single characters and names.
 */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient YamlPosition position;
  private final String remedy;

  YamlException(YamlPosition position, String message, String remedy) {
    super(message);
    this.position = position;
    this.remedy = remedy;
  }

  /** Where it was noticed. */
  public YamlPosition position() {
    return position;
  }

  /** What to do about it, as a sentence without a final stop. */
  public String remedy() {
    return remedy;
  }
}
