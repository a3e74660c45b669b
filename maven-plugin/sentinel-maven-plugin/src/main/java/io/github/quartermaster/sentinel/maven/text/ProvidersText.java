package io.github.quartermaster.sentinel.maven.text;

import io.github.quartermaster.maven.TextTable;
import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What can be checked or done, as tables.
 *
 * @param width of a line
 * @param verb what types do, as the heading of a column, such as {@code MEASURES}
 */
public record ProvidersText(int width, String verb) {
  /** A width for logs that nobody watches. */
  public static final int UNLIMITED = TextTable.UNLIMITED;

  /** All types, one in a row. */
  public List<String> overview(List<ProviderDescription> providers) {
    return new TextTable(
            List.of("TYPE", "FROM", verb, "CAN BE SET"),
            providers.stream()
                .map(
                    provider ->
                        List.of(
                            provider.type(),
                            provider.origin(),
                            provider.description(),
                            provider.parameters().stream()
                                .map(Parameter::name)
                                .collect(Collectors.joining(", "))))
                .toList())
        .lines(width);
  }

  /** One type with all that can be set for it. */
  public List<String> details(ProviderDescription provider) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Wording.printable(
            provider.type() + ", " + provider.origin() + ": " + provider.description()));
    if (!provider.parameters().isEmpty()) {
      lines.addAll(
          new TextTable(
                  List.of("PARAMETER", "TAKES", "DEFAULT", "MEANS"),
                  provider.parameters().stream().map(ProvidersText::row).toList())
              .lines(width));
    }
    return lines;
  }

  private static List<String> row(Parameter parameter) {
    String otherwise = parameter.defaultText();
    return List.of(
        parameter.name(),
        takes(parameter),
        parameter.required() ? "(required)" : otherwise == null ? "" : otherwise,
        parameter.description());
  }

  private static String takes(Parameter parameter) {
    String word = parameter.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (parameter.type()) {
      case CHOICE -> String.join("|", parameter.choices());
      case UPPER_LIMIT, LOWER_LIMIT ->
          word + (parameter.unit().isEmpty() ? "" : " in " + parameter.unit());
      case TEXT, SECRET, INTEGER, FLAG, DURATION, SIZE, PATH, TEXTS, INTEGERS, MAP, SECRETS -> word;
    };
  }
}
