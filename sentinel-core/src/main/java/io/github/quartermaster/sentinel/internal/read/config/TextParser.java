package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** From the text of a single value to the value, by the type of its parameter. */
final class TextParser {
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");

  private TextParser() {}

  /**
   * Reads a text; for the types that are lists or names and texts, that of one item.
   *
   * @param folder where a relative path begins; absolute
   */
  static Parsed parse(Parameter parameter, String text, Path folder) {
    return switch (parameter.type()) {
      case TEXT, TEXTS, MAP ->
          parameter.required() && text.isBlank()
              ? new Parsed.Wrong("a text", Optional.empty())
              : new Parsed.Right(text);
      case SECRET, SECRETS -> new Parsed.Right(new Secret(text));
      case INTEGER, INTEGERS -> Parsed.by(TextParser::integer, text, "a whole number");
      case FLAG -> Parsed.by(TextParser::flag, text, "true or false");
      case DURATION -> Parsed.by(Units::duration, text, "a time such as 500ms, 5s, 10m, 2h or 3d");
      case SIZE -> Parsed.by(Units::size, text, "a size such as 512B, 64KiB or 10GB");
      case PATH -> path(text, folder);
      case CHOICE -> choice(parameter, text);
      case UPPER_LIMIT -> limit(parameter, text, true);
      case LOWER_LIMIT -> limit(parameter, text, false);
    };
  }

  private static Parsed limit(Parameter parameter, String text, boolean upper) {
    String unit = parameter.unit();
    String example =
        switch (unit) {
          case "" -> "a number such as 80, or a range such as \"10:20\"";
          case "%" -> "a limit such as 80%, or a range such as \"10:20\"";
          case "s" -> "a time such as 500ms, 2s or 14d, or a range such as \"1s:5s\"";
          case "B" -> "a size such as 64KiB or 10GB, or a range such as \"1MiB:2GiB\"";
          default -> "a number of " + unit + " such as 80, or a range such as \"10:20\"";
        };
    return Parsed.by(other -> Limits.parse(other, unit, upper), text, example);
  }

  private static Parsed choice(Parameter parameter, String text) {
    return parameter.choices().contains(text)
        ? new Parsed.Right(text)
        : new Parsed.Wrong(
            "one of " + String.join(", ", parameter.choices()),
            Suggestion.nearest(text, parameter.choices()));
  }

  private static Parsed path(String text, Path folder) {
    if (text.isBlank()) {
      return new Parsed.Wrong("a path", Optional.empty());
    }
    if (text.equals("~") || text.startsWith("~/")) {
      return new Parsed.Wrong(
          "a path, in which ~ means nothing", Optional.of("${env:HOME}" + text.substring(1)));
    }
    try {
      return new Parsed.Right(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return new Parsed.Wrong("a path", Optional.empty());
    }
  }

  private static Optional<Long> integer(String text) {
    return INTEGER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
