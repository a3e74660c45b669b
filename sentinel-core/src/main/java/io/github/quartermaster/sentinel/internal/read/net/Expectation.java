package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a web server has to answer.
 *
 * @param statuses the status codes that are fine
 * @param contains texts that the body has to hold
 * @param notContains texts that it must not hold
 * @param warning the seconds to the end of the body that are no reason for a warning, or null
 * @param critical the seconds that are not critical, or null
 */
record Expectation(
    StatusCodes statuses,
    List<String> contains,
    List<String> notContains,
    @Nullable Range warning,
    @Nullable Range critical) {
  private static final int SERVER_ERROR = 500;
  private static final int REDIRECT_FROM = 300;
  private static final int CLIENT_ERROR = 400;
  private static final int UNAUTHORIZED = 401;

  /** Judges an answer. */
  Reading judge(ComponentId component, HttpAnswer answer) {
    Reading reading = measured(component, answer);
    if (!statuses.contains(answer.status())) {
      return failing(reading, score(answer.status()), wrongStatus(answer));
    }
    Optional<String> wrong = wrongBody(answer);
    if (wrong.isPresent()) {
      return failing(reading, Score.CRITICAL, "HTTP " + answer.status() + ", but " + wrong.get());
    }
    String size = answer.body().length() + " bytes";
    if (answer.body().isCut() && !notContains.isEmpty() && !isSlow(answer)) {
      return reading
          .verdict(new Verdict.Unknown())
          .message(
              "the answer is longer than the "
                  + size
                  + " that are read, so nobody knows what"
                  + " it contains; raise max-bytes");
    }
    return reading.message(
        "HTTP " + answer.status() + ", " + size + " in " + Texts.seconds(answer.took()));
  }

  private boolean isSlow(HttpAnswer answer) {
    double seconds = Texts.number(answer.took());
    return (warning != null && warning.alertsOn(seconds))
        || (critical != null && critical.alertsOn(seconds));
  }

  /** Judges an answer that did not end in time. */
  Reading judgeUnfinished(ComponentId component, HttpAnswer answer) {
    return failing(
        measured(component, answer),
        Score.DOWN,
        "HTTP "
            + answer.status()
            + " after "
            + Texts.seconds(answer.firstByte())
            + ", but the body does not end within "
            + Texts.seconds(answer.took())
            + " ("
            + answer.body().length()
            + " bytes by then)");
  }

  private Reading measured(ComponentId component, HttpAnswer answer) {
    return Reading.of(component)
        .metric(Metric.of("time", Texts.number(answer.took()), "s").thresholds(warning, critical))
        .metric(Metric.of("first-byte", Texts.number(answer.firstByte()), "s"))
        .metric(Metric.of("size", answer.body().length(), "B"))
        .metric(Metric.of("status", answer.status(), ""));
  }

  private static Reading failing(Reading reading, Score score, String message) {
    return reading.verdict(new Verdict.Given(score)).message(message).failingAt(Layer.APPLICATION);
  }

  private static Score score(int status) {
    return status >= SERVER_ERROR ? Score.DOWN : Score.CRITICAL;
  }

  private static String wrongStatus(HttpAnswer answer) {
    String message = "HTTP " + answer.status() + " from " + WebAddress.shown(answer.uri());
    if (answer.status() == UNAUTHORIZED) {
      return message + ", which asks for a login: set user and password, or headers, that it takes";
    }
    boolean redirects = answer.status() >= REDIRECT_FROM && answer.status() < CLIENT_ERROR;
    if (redirects && !answer.redirects().isEmpty()) {
      return message + ", after " + answer.redirects().size() + " redirections";
    }
    return redirects ? message + ", a redirection that is not followed" : message;
  }

  private Optional<String> wrongBody(HttpAnswer answer) {
    String text = contains.isEmpty() && notContains.isEmpty() ? "" : answer.text();
    for (String wanted : contains) {
      if (!text.contains(wanted)) {
        String where =
            answer.body().isCut() ? " in its first " + answer.body().length() + " bytes" : "";
        return Optional.of("the answer lacks \"" + wanted + "\"" + where);
      }
    }
    for (String unwanted : notContains) {
      if (text.contains(unwanted)) {
        return Optional.of("the answer contains \"" + unwanted + "\"");
      }
    }
    return Optional.empty();
  }
}
