package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be set for every check that asks a web server. */
final class WebSettings {
  static final String URL = "url";
  static final String WARN = "warn";
  static final String CRIT = "crit";
  static final int MOST_BYTES = 1 << 20;

  private static final String CERTIFICATE_WARN = "certificate-warn";
  private static final String CERTIFICATE_CRIT = "certificate-crit";
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String HEADERS = "headers";
  private static final String AUTHORIZATION = "Authorization";

  private WebSettings() {}

  static List<Parameter> connection() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.optional(
            HEADERS, Parameter.Type.SECRETS, "Headers to send, by name; never shown"));
    parameters.add(
        Parameter.optional(USER, Parameter.Type.TEXT, "The user of basic authentication"));
    parameters.add(
        Parameter.optional(PASSWORD, Parameter.Type.SECRET, "The password of that user"));
    parameters.addAll(Trust.parameters());
    return parameters;
  }

  static List<Parameter> certificate() {
    return CertificateLimits.parameters(CERTIFICATE_WARN, CERTIFICATE_CRIT);
  }

  static List<Parameter> latency() {
    return List.of(
        Parameter.limit(
            WARN,
            Parameter.Type.UPPER_LIMIT,
            "s",
            "How long the whole answer may take, or there is a warning"),
        Parameter.limit(
            CRIT,
            Parameter.Type.UPPER_LIMIT,
            "s",
            "How long the whole answer may take, or it is critical"));
  }

  static @Nullable Range warning(Settings settings) {
    return settings.range(WARN).orElse(null);
  }

  static @Nullable Range critical(Settings settings) {
    return settings.range(CRIT).orElse(null);
  }

  /**
   * The headers to send.
   *
   * @throws IllegalArgumentException if there is a user without a password or the other way round
   */
  static Map<String, Secret> headers(Settings settings) {
    Map<String, Secret> headers = new LinkedHashMap<>(settings.secrets(HEADERS));
    if (settings.has(USER) != settings.has(PASSWORD)) {
      throw new IllegalArgumentException("user and password go together");
    }
    settings
        .secret(PASSWORD)
        .ifPresent(
            password ->
                headers.put(
                    AUTHORIZATION, basic(settings.text(USER).orElse(""), password.reveal())));
    return headers;
  }

  private static Secret basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Secret("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** The way to a web server. */
  static Ladder ladder(String check, URI uri, Settings settings) {
    Endpoint endpoint = WebAddress.endpoint(uri);
    Handshake handshake =
        new Handshake(
            endpoint.tls(),
            endpoint,
            Trust.of(settings),
            CertificateLimits.of(settings, CERTIFICATE_WARN, CERTIFICATE_CRIT));
    return new Ladder(check, endpoint, endpoint.tcp(), WebAddress.isTls(uri) ? handshake : null);
  }
}
