package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SafeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentinel providers}. */
@Command(
    name = "providers",
    description = "Lists what can be checked, or what can be set for one type. Checks nothing.")
final class ProvidersCommand implements Callable<Integer> {
  @Mixin private final Plugins plugins = new Plugins();

  @Parameters(
      arity = "0..1",
      paramLabel = "TYPE",
      description = "The only type to show, with all that can be set for it.")
  @Nullable String type;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    // without a configuration: people look here when that does not work yet
    try (Sentinel sentinel = plugins.builder().build()) {
      List<ProviderDescription> providers = sentinel.providers();
      PrintWriter out = spec.commandLine().getOut();
      if (type == null) {
        providers.forEach(provider -> out.println(line(provider.type(), provider.description())));
      } else {
        ProviderDescription wanted = named(type, providers);
        out.println(SafeText.of(wanted.type() + ": " + wanted.description()));
        wanted.parameters().forEach(parameter -> out.println("  " + line(parameter)));
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  private ProviderDescription named(String name, List<ProviderDescription> providers) {
    return providers.stream()
        .filter(provider -> provider.type().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no type '"
                        + name
                        + "'. Write one of "
                        + providers.stream()
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
