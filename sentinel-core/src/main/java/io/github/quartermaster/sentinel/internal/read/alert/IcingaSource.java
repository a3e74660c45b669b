package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an Icinga 2 knows, by its REST interface: {@code GET /v1/objects/hosts} and {@code
 * /v1/objects/services}, of those only that are in trouble.
 *
 * @param access the way to it
 * @param filter which problems count
 */
record IcingaSource(MonitorAccess access, ProblemFilter filter) implements AlertSource {
  // a filter is sent as it would stand in a rule: state != 0
  private static final String HOSTS = "/v1/objects/hosts?filter=host.state%21%3D0";
  private static final String SERVICES = "/v1/objects/services?filter=service.state%21%3D0";
  private static final String ATTRIBUTES =
      "&attrs=name&attrs=state&attrs=state_type&attrs=acknowledgement&attrs=downtime_depth"
          + "&attrs=last_state_change&attrs=last_check_result";
  private static final int WARNING = 1;
  private static final int CRITICAL = 2;

  @Override
  public List<AlertNotice> alerts(ProbeContext context) throws IOException, InterruptedException {
    Deadline deadline = context.deadline();
    List<AlertNotice> notices = new ArrayList<>();
    for (JsonValue host : objects(HOSTS + ATTRIBUTES, deadline)) {
      add(notices, host, host.text("name").orElse(""), "", Status.CRITICAL);
    }
    for (JsonValue service : objects(SERVICES + ATTRIBUTES + "&attrs=host_name", deadline)) {
      add(
          notices,
          service,
          service.text("host_name").orElse(""),
          service.text("name").orElse(""),
          status((int) service.number("state").orElse(-1)));
    }
    return notices;
  }

  private List<JsonValue> objects(String path, Deadline deadline)
      throws IOException, InterruptedException {
    JsonValue json = access.get(path, deadline);
    if (json.member("results").isEmpty()) {
      throw new IOException("this is no answer of Icinga: it has no results");
    }
    List<JsonValue> attributes = new ArrayList<>();
    for (JsonValue result : json.member("results").map(JsonValue::elements).orElse(List.of())) {
      result.member("attrs").ifPresent(attributes::add);
    }
    return attributes;
  }

  private void add(
      List<AlertNotice> notices, JsonValue object, String host, String service, Status status) {
    boolean counts =
        filter.counts(
            object.number("state_type").orElse(1) != 0,
            object.number("downtime_depth").orElse(0) > 0,
            object.number("acknowledgement").orElse(0) > 0);
    Optional<JsonValue> result =
        object
            .member("last_check_result")
            .filter(checked -> checked instanceof JsonValue.JsonObject);
    // what was never checked counts as down there
    if (!counts || host.isEmpty() || result.isEmpty()) {
      return;
    }
    String message = result.flatMap(checked -> checked.text("output")).orElse("");
    notices.add(
        new AlertNotice(
            host + ";" + service,
            Map.of("host", host, "service", service),
            status,
            message.lines().findFirst().orElse(""),
            Instant.ofEpochSecond((long) object.number("last_state_change").orElse(0))));
  }

  private static Status status(int state) {
    return switch (state) {
      case WARNING -> Status.WARNING;
      case CRITICAL -> Status.CRITICAL;
      default -> Status.UNKNOWN;
    };
  }
}
