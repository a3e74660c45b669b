package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What passes, whatever request it meets; by its name. */
final class PassingFaults {
  private PassingFaults() {}

  /** Each of them at each action, once and repeatedly: action, name, times, fault. */
  static Stream<Arguments> at(String... actions) {
    return Stream.of(actions)
        .flatMap(
            action ->
                all().entrySet().stream()
                    .flatMap(
                        fault ->
                            Stream.of(1, 3)
                                .map(
                                    times ->
                                        Arguments.of(
                                            action, fault.getKey(), times, fault.getValue()))));
  }

  static Map<String, Fault> all() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("503 RequestLimitExceeded", Fault.throttled());
    faults.put("400 RequestLimitExceeded", Fault.error(400, "RequestLimitExceeded", "Slower."));
    faults.put("Retry-After", Fault.throttled().withHeader("Retry-After", "7"));
    faults.put("500 InternalError", Fault.error(500, "InternalError", "Oh."));
    faults.put("done, 500", Fault.error(500, "InternalError", "Oh.").afterAction());
    faults.put("503 Unavailable", Fault.error(503, "Unavailable", "Oh."));
    faults.put("done, 503", Fault.error(503, "Unavailable", "Oh.").afterAction());
    faults.put("502 HTML", Fault.html(502));
    faults.put("done, 502 HTML", Fault.html(502).afterAction());
    faults.put("200 HTML", Fault.html(200));
    faults.put("done, 200 HTML", Fault.html(200).afterAction());
    faults.put("200 empty", Fault.empty(200));
    faults.put("done, 200 empty", Fault.empty(200).afterAction());
    faults.put("200 malformed", Fault.malformedXml(200));
    faults.put("done, 200 malformed", Fault.malformedXml(200).afterAction());
    faults.put("400 unreadable", Fault.malformedXml(400));
    faults.put("reset", Fault.reset());
    faults.put("close", Fault.close());
    faults.put("done, reset", Fault.answerLost());
    faults.put("done, reset in the body", Fault.resetInBody());
    faults.put("done, cut in the body", Fault.cutInBody());
    faults.put("late", Fault.delay(Duration.ofMillis(20)));
    return faults;
  }
}
