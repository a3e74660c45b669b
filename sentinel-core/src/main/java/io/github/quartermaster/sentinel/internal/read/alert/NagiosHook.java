package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands what {@code sentinel-notify} sends: a form with {@code host}, {@code service}, {@code
 * state}, {@code type} and {@code output}, the macros of an event handler.
 *
 * @param filter which states count
 * @param forgetAfter how long a problem holds of which nothing more is heard
 */
record NagiosHook(ProblemFilter filter, Duration forgetAfter) implements AlertHook {
  private static final int MOST_FIELDS = 32;

  @Override
  public HookMessage understand(byte[] body, Instant at) throws IOException {
    Map<String, String> form = form(new String(body, StandardCharsets.US_ASCII));
    String host = form.getOrDefault("host", "");
    String service = form.getOrDefault("service", "");
    if (host.isBlank()) {
      throw new IOException("this is no message of sentinel-notify: it names no host");
    }
    Status status = status(form.getOrDefault("state", ""));
    boolean hard = !form.getOrDefault("type", "").equals("SOFT");
    // a soft recovery is one too
    if (status != Status.OK && !filter.counts(hard, false, false)) {
      return new HookMessage(List.of(), 0);
    }
    return new HookMessage(
        List.of(
            new AlertNotice(
                host + ";" + service,
                Map.of("host", host, "service", service),
                status,
                form.getOrDefault("output", ""),
                at)),
        0);
  }

  /** In the words of the macros {@code $SERVICESTATE$} and {@code $HOSTSTATE$}. */
  private static Status status(String state) throws IOException {
    return switch (state) {
      case "OK", "UP" -> Status.OK;
      case "WARNING" -> Status.WARNING;
      case "CRITICAL", "DOWN" -> Status.CRITICAL;
      case "UNKNOWN", "UNREACHABLE" -> Status.UNKNOWN;
      default ->
          throw new IOException(
              "this is no message of sentinel-notify: its state is none of Nagios or Icinga");
    };
  }

  private static Map<String, String> form(String text) throws IOException {
    Map<String, String> form = new HashMap<>();
    for (String field : text.strip().split("&", MOST_FIELDS)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        form.putIfAbsent(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) throws IOException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("this is no message of sentinel-notify: it is no form", e);
    }
  }
}
