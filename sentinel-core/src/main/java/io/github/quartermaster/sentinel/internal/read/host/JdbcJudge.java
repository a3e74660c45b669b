package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.DatabaseCall;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a database's answer, refusal or silence means.
 *
 * @param id the component
 * @param login kept out of all messages
 * @param time thresholds of the time for all of it in seconds
 * @param value thresholds of what the query gives
 */
record JdbcJudge(ComponentId id, DatabaseLogin login, Limits time, Limits value) {
  /** Class 28 of SQL's states: invalid authorization specification. */
  private static final String NOT_ALLOWED = "28";

  private static final int DEEPEST = 5;

  /** It has answered. */
  Reading answered(DatabaseCall.Answer answer) {
    double seconds = answer.total().toMillis() / 1000.0;
    Reading reading =
        Reading.of(id)
            .metric(time.on(Metric.of("time", seconds, "s")))
            .metric(Metric.of("connecting", answer.connecting().toMillis() / 1000.0, "s"))
            .message(
                "answers in "
                    + Amount.time(answer.total())
                    + time.text(it -> Amount.time(Duration.ofMillis((long) (it * 1000)))));
    OptionalDouble number = number(answer.value());
    if (number.isPresent()) {
      double it = number.getAsDouble();
      return reading
          .metric(value.on(Metric.of("value", it, "")))
          .message(reading.message() + ": " + Amount.number(it) + value.text());
    }
    return value.any()
        ? reading
            .verdict(new Verdict.Unknown())
            .message("the query gives no number, so there is nothing to judge")
        : reading;
  }

  private static OptionalDouble number(@Nullable Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return OptionalDouble.of(number.doubleValue());
    }
    if (value instanceof Boolean flag) {
      return OptionalDouble.of(flag ? 1 : 0);
    }
    try {
      double parsed = value instanceof String text ? Double.parseDouble(text) : Double.NaN;
      return Double.isFinite(parsed) ? OptionalDouble.of(parsed) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** It has not answered in time. */
  Reading silent(boolean connected, Duration waited) {
    String what = connected ? "takes connections, but does not answer" : "does not answer";
    return Reading.down(id, what + " within " + Amount.time(waited))
        .failingAt(connected ? Layer.APPLICATION : Layer.TRANSPORT);
  }

  /** It has not even answered since the last round. */
  Reading stillSilent() {
    return Reading.down(id, "has not answered since the last look").failingAt(Layer.TRANSPORT);
  }

  /** There was no connection, or no answer but an error. */
  Reading failed(boolean connected, @Nullable Throwable failure) {
    String why = login.safe(failure == null ? null : failure.getMessage()) + state(failure);
    if (connected) {
      return critical("answers with an error: " + why);
    }
    if (sqlState(failure).filter(state -> state.startsWith(NOT_ALLOWED)).isPresent()) {
      return critical("refuses the user: " + why);
    }
    return Reading.down(id, "takes no connection: " + why).failingAt(layer(failure));
  }

  private Reading critical(String message) {
    return Reading.of(id)
        .verdict(new Verdict.Given(Score.CRITICAL))
        .message(message)
        .failingAt(Layer.APPLICATION);
  }

  private static Layer layer(@Nullable Throwable failure) {
    List<Throwable> chain = chain(failure);
    if (chain.stream().anyMatch(UnknownHostException.class::isInstance)) {
      return Layer.NAME;
    }
    return chain.stream()
            .anyMatch(it -> it instanceof SocketException || it instanceof SocketTimeoutException)
        ? Layer.TRANSPORT
        : Layer.APPLICATION;
  }

  private static String state(@Nullable Throwable failure) {
    return sqlState(failure).map(state -> " (SQLState " + state + ")").orElse("");
  }

  private static Optional<String> sqlState(@Nullable Throwable failure) {
    return failure instanceof SQLException sql
        ? Optional.ofNullable(sql.getSQLState())
        : Optional.empty();
  }

  /** A failure in all its parts. */
  Reading explained(Reading reading, Throwable failure) {
    Reading more = reading;
    for (Throwable each : chain(failure)) {
      String code = each instanceof SQLException sql ? ", vendor code " + sql.getErrorCode() : "";
      more =
          more.evidence(
              "exception",
              each.getClass().getName()
                  + ": "
                  + login.safe(each.getMessage())
                  + state(each)
                  + code);
    }
    return more;
  }

  private static List<Throwable> chain(@Nullable Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    Throwable next = failure;
    while (next != null && chain.size() < DEEPEST) {
      chain.add(next);
      next = next.getCause();
    }
    return chain;
  }
}
