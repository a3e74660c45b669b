package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.internal.json.JsonReader;
import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * An instant query of the HTTP API of Prometheus, {@code /api/v1/query}.
 *
 * @param caller who asks
 * @param call the query
 */
record PrometheusQuery(HttpCaller caller, HttpCall call) {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SHOWN = 100;

  /**
   * Asks.
   *
   * @throws IOException if there is no answer that tells values; its message says why
   */
  List<Series> series(Deadline deadline) throws IOException, InterruptedException {
    HttpOutcome outcome = caller.call(call, code -> false, deadline);
    if (outcome instanceof HttpOutcome.Failed failed) {
      throw new IOException("Prometheus cannot be asked: " + failed.fault().message());
    }
    if (!(outcome instanceof HttpOutcome.Answered answered)) {
      throw new IOException("the answer of Prometheus does not end in time");
    }
    HttpAnswer answer = answered.answer();
    if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
      throw new IOException(
          "Prometheus lets nobody in with this password or token (HTTP " + answer.status() + ")");
    }
    if (answer.body().isCut()) {
      throw new IOException(
          "the answer of Prometheus is larger than "
              + answer.body().length()
              + " bytes; aggregate in the query");
    }
    return parse(json(answer));
  }

  private static JsonValue json(HttpAnswer answer) throws IOException {
    try {
      return new JsonReader().read(answer.body().bytes());
    } catch (IOException e) {
      throw new IOException(
          "this is no answer of Prometheus: HTTP "
              + answer.status()
              + " with "
              + Texts.start(answer.text().strip(), SHOWN),
          e);
    }
  }

  /**
   * Reads an answer.
   *
   * @throws IOException if it tells no values
   */
  static List<Series> parse(JsonValue json) throws IOException {
    if (!json.text("status").orElse("").equals("success")) {
      throw new IOException(
          "Prometheus refuses the query: "
              + json.text("error").orElse("no reason is given")
              + json.text("errorType").map(type -> " (" + type + ")").orElse(""));
    }
    JsonValue data = json.member("data").orElseGet(JsonValue.JsonNull::new);
    List<JsonValue> result = data.member("result").map(JsonValue::elements).orElse(List.of());
    String type = data.text("resultType").orElse("");
    return switch (type) {
      case "scalar" -> List.of(new Series(new TreeMap<>(), value(result)));
      case "vector" -> vector(result);
      default ->
          throw new IOException(
              "the query gives a " + type + "; it has to give a vector or a scalar");
    };
  }

  private static List<Series> vector(List<JsonValue> result) {
    List<Series> all = new ArrayList<>();
    for (JsonValue one : result) {
      TreeMap<String, String> labels = new TreeMap<>();
      if (one.member("metric").orElse(null) instanceof JsonValue.JsonObject metric) {
        for (String name : metric.members().keySet()) {
          metric.text(name).ifPresent(value -> labels.put(name, value));
        }
      }
      // a native histogram has no value
      all.add(
          new Series(
              labels, value(one.member("value").map(JsonValue::elements).orElse(List.of()))));
    }
    return all;
  }

  /** The second of a moment and a value; numbers are texts there. */
  private static double value(List<JsonValue> momentAndValue) {
    if (momentAndValue.size() != 2 || !(momentAndValue.get(1) instanceof JsonValue.JsonText text)) {
      return Double.NaN;
    }
    return switch (text.value()) {
      case "+Inf" -> Double.MAX_VALUE;
      case "-Inf" -> -Double.MAX_VALUE;
      default -> number(text.value());
    };
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
