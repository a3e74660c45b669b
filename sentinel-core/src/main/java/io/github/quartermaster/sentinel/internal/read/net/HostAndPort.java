package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;

/** The settings that say where something listens. */
final class HostAndPort {
  private static final String HOST = "host";
  private static final String LOCALHOST = "localhost";
  private static final String PORT = "port";

  private HostAndPort() {}

  static Parameter host() {
    return Parameter.optional(HOST, Parameter.Type.TEXT, "The name or address of the host")
        .defaultsTo(LOCALHOST);
  }

  static Parameter port() {
    return Parameter.required(PORT, Parameter.Type.INTEGER, "The port");
  }

  static Endpoint endpoint(Settings settings) {
    long port = Settings.required(PORT, settings.integer(PORT));
    if (port != (int) port) {
      throw new IllegalArgumentException("a port is between 1 and 65535, not " + port);
    }
    return new Endpoint(settings.text(HOST).orElse(LOCALHOST), (int) port);
  }
}
