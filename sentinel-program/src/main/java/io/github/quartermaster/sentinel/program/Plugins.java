package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.SentinelBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What each command takes: the plugins. */
final class Plugins {
  @Option(
      names = "--plugins",
      paramLabel = "FOLDER",
      description = "A folder of jars with providers and of executables that are Nagios plugins.")
  @Nullable Path plugins;

  SentinelBuilder builder() {
    SentinelBuilder builder = Sentinel.builder();
    return plugins == null ? builder : builder.plugins(plugins);
  }
}
