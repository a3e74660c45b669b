package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.util.List;

/** Tables of the documentation that are made from what types say about themselves. */
final class PageTables {
  private PageTables() {}

  /** A heading, what a type is, and a table of what can be set. */
  static String section(ProviderDescription type) {
    StringBuilder text = new StringBuilder();
    text.append("### `").append(type.type()).append("`\n\n").append(type.description());
    text.append(".\n\n");
    if (!type.parameters().isEmpty()) {
      text.append(table(type.parameters())).append("\n");
    }
    return text.toString();
  }

  /** A table of what can be set. */
  static String table(List<Parameter> parameters) {
    StringBuilder text = new StringBuilder("| key | value | default | |\n|---|---|---|---|\n");
    for (Parameter parameter : parameters) {
      String otherwise =
          parameter.required()
              ? "must be written"
              : parameter.defaultText() == null ? "" : "`" + parameter.defaultText() + "`";
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  parameter.name(),
                  kind(parameter),
                  otherwise,
                  parameter.description().replace("|", "\\|")));
    }
    return text.toString();
  }

  private static String kind(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT -> "text";
      case SECRET -> "secret text";
      case INTEGER -> "whole number";
      case FLAG -> "`true` or `false`";
      case DURATION -> "time";
      case SIZE -> "size";
      case PATH -> "path";
      case CHOICE -> "`" + String.join("`, `", parameter.choices()) + "`";
      case UPPER_LIMIT -> "upper limit" + unit(parameter);
      case LOWER_LIMIT -> "lower limit" + unit(parameter);
      case TEXTS -> "texts";
      case INTEGERS -> "whole numbers";
      case MAP -> "names and texts";
      case SECRETS -> "names and secret texts";
    };
  }

  private static String unit(Parameter parameter) {
    return switch (parameter.unit()) {
      case "" -> "";
      case "s" -> ", a time";
      case "B" -> ", a size";
      default -> " in " + parameter.unit();
    };
  }
}
