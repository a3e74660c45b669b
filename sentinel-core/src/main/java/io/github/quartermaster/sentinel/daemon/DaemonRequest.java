package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.SentinelBuilder;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a daemon is to run, besides what its configuration says.
 *
 * @param sentinel says what is checked, anew for each reading of the configuration
 * @param config the configuration, which is read again where it or what it includes changed; null
 *     for the built-in one
 * @param state the state folder in place of the configuration's, or null
 * @param port the port in place of the configuration's, 0 for not listening, or null
 */
public record DaemonRequest(
    Supplier<SentinelBuilder> sentinel,
    @Nullable Path config,
    @Nullable Path state,
    @Nullable Integer port) {

  /** What holds of these settings. */
  WatchSettings settings(WatchSettings configured) {
    WatchSettings settings = state == null ? configured : configured.in(state);
    return port == null ? settings : settings.at(port);
  }

  /** The configuration. */
  Optional<Path> configFile() {
    return Optional.ofNullable(config);
  }
}
