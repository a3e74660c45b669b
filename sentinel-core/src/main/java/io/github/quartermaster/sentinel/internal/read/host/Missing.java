package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.List;
import java.util.Locale;

/** What it means that a file is not there, as the configuration has it. */
final class Missing {
  private static final List<String> WORDS = List.of("critical", "warning", "ok", "unknown");

  private Missing() {}

  /** The parameter. */
  static Parameter parameter(Status byDefault) {
    return Parameter.choice("missing", WORDS, "what it means that there is no such file")
        .defaultsTo(byDefault.name().toLowerCase(Locale.ROOT));
  }

  /** The state that is set. */
  static Status of(String word) {
    return Status.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** A reading that says so. */
  static Reading reading(ComponentId id, Status status, String message) {
    return switch (status) {
      case OK -> Reading.of(id).message(message);
      case WARNING -> Reading.of(id).verdict(new Verdict.Given(Score.WARNING)).message(message);
      case CRITICAL -> Reading.of(id).verdict(new Verdict.Given(Score.CRITICAL)).message(message);
      case UNKNOWN -> Reading.unknown(id, message);
    };
  }
}
