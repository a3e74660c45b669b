package io.github.quartermaster.sentinel.model;

/** How an action ended, as far as it knows itself. */
public sealed interface ActionOutcome {
  /** In one line, safe to print. */
  String message();

  /** It was done; whether it helped is another question. */
  record Done(String message) implements ActionOutcome {
    /** Makes the message safe to print. */
    public Done {
      message = SafeText.of(message);
    }
  }

  /** It was not done, or not to its end. */
  record Failed(String message) implements ActionOutcome {
    /** Makes the message safe to print. */
    public Failed {
      message = SafeText.of(message);
    }
  }
}
