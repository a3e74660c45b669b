package io.github.quartermaster.sentinel.model;

/** A text that nobody is to see: it prints as asterisks. */
public final class Secret {
  private final String value;

  /** Keeps a text. */
  public Secret(String value) {
    this.value = value;
  }

  /** The text itself, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
