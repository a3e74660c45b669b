package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.SentinelBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command takes that checks something: the configuration and the plugins. */
final class Where {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration. Default: this host's processors, memory, disks, network.")
  @Nullable Path config;

  @Mixin private final Plugins plugins = new Plugins();

  SentinelBuilder builder() {
    SentinelBuilder builder = plugins.builder();
    return config == null ? builder : builder.config(config);
  }
}
