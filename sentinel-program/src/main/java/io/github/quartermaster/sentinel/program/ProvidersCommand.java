package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.Sentinel;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      new TypeListing(spec, "type").print(sentinel.providers(), type);
      return ExitCode.OK;
    }
  }
}
