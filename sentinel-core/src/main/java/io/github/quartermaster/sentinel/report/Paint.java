package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.Status;

/** Colours of a terminal, as ECMA-48 (SGR) has them; the words say the same without. */
enum Paint {
  /** Plain text. */
  NONE {
    @Override
    String status(Status status, String text) {
      return text;
    }

    @Override
    String bold(String text) {
      return text;
    }
  },
  /** With escape sequences. */
  ANSI {
    @Override
    String status(Status status, String text) {
      String colour =
          switch (status) {
            case OK -> "32";
            case WARNING -> "33";
            case CRITICAL -> "31";
            case UNKNOWN -> "35";
          };
      return "\u001b[1;" + colour + "m" + text + "\u001b[0m";
    }

    @Override
    String bold(String text) {
      return "\u001b[1m" + text + "\u001b[0m";
    }
  };

  abstract String status(Status status, String text);

  abstract String bold(String text);
}
