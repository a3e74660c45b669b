package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SafeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Prints types of checks or of actions.
 *
 * @param spec the command that does
 * @param noun what one is called
 */
record TypeListing(CommandSpec spec, String noun) {
  /**
   * All of them, or one with all that can be set for it.
   *
   * @param name the one, or null for all
   */
  void print(List<ProviderDescription> types, @Nullable String name) {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      types.forEach(type -> out.println(line(type.type(), type.description())));
    } else {
      ProviderDescription wanted = named(name, types);
      out.println(SafeText.of(wanted.type() + ": " + wanted.description()));
      wanted.parameters().forEach(parameter -> out.println("  " + line(parameter)));
    }
    out.flush();
  }

  private ProviderDescription named(String name, List<ProviderDescription> types) {
    return types.stream()
        .filter(type -> type.type().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no "
                        + noun
                        + " '"
                        + name
                        + "'. Write one of "
                        + types.stream()
                            .map(ProviderDescription::type)
                            .collect(Collectors.joining(", "))));
  }

  private static String line(Parameter parameter) {
    String otherwise = parameter.defaultText();
    String note =
        parameter.required()
            ? " (must be written)"
            : otherwise == null ? "" : " (default: " + otherwise + ")";
    return line(parameter.name(), parameter.description() + note);
  }

  private static String line(String name, String meaning) {
    return SafeText.of("%-16s  %s".formatted(name, meaning));
  }
}
