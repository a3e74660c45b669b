package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.SentinelBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What each command takes: the configuration and the plugins. */
final class Where {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration. Default: this host's processors, memory, disks, network.")
  @Nullable Path config;

  @Option(
      names = "--plugins",
      paramLabel = "FOLDER",
      description = "A folder of jars with providers and of executables that are Nagios plugins.")
  @Nullable Path plugins;

  SentinelBuilder builder() {
    SentinelBuilder builder = Sentinel.builder();
    if (config != null) {
      builder.config(config);
    }
    if (plugins != null) {
      builder.plugins(plugins);
    }
    return builder;
  }
}
