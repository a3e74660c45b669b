package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Nagios on this machine knows, by its status file. Nagios removes the file when it stops,
 * and writes it anew every few seconds while it runs; so no file means that it is down, and an old
 * one that it is stuck.
 */
final class NagiosStatusSource implements AlertSource {
  private static final String HOST = "host_name";
  private static final String SERVICE = "service_description";
  private static final String STATE = "current_state";
  private static final String STATE_TYPE = "state_type";
  private static final String OUTPUT = "plugin_output";
  private static final String DOWNTIMES = "scheduled_downtime_depth";
  private static final String ACKNOWLEDGED = "problem_has_been_acknowledged";
  private static final String SINCE = "last_state_change";
  private static final String CREATED = "created";
  private static final Set<String> WANTED =
      Set.of(HOST, SERVICE, STATE, STATE_TYPE, OUTPUT, DOWNTIMES, ACKNOWLEDGED, SINCE, CREATED);
  private static final String ZERO = "0";

  private final Path file;
  private final ProblemFilter filter;
  private final Duration staleAfter;

  NagiosStatusSource(Path file, ProblemFilter filter, Duration staleAfter) {
    this.file = file;
    this.filter = filter;
    this.staleAfter = staleAfter;
  }

  @Override
  public List<AlertNotice> alerts(ProbeContext context) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          "Nagios is down: it removes " + file + " when it stops, and there is none");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is no regular file");
    }
    Found found = new Found();
    try (InputStream in = Files.newInputStream(file)) {
      StatusFile.read(in, WANTED, found::block);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
    refuseStale(found.created, context.startedAt());
    if (found.notices.size() > AlertBoard.MOST_ALERTS) {
      throw new IOException(
          "Nagios has more than " + AlertBoard.MOST_ALERTS + " problems, which is beyond reading");
    }
    return found.notices;
  }

  private void refuseStale(long created, Instant now) throws IOException {
    if (created <= 0) {
      throw new IOException(file + " does not say when it was written: it is no status file");
    }
    Instant written = Instant.ofEpochSecond(created);
    if (written.plus(staleAfter).isBefore(now)) {
      throw new IOException("Nagios is stuck: it wrote " + file + " last at " + written);
    }
  }

  /** What was found in a file. */
  private final class Found {
    private final List<AlertNotice> notices = new ArrayList<>();
    private long created;

    void block(String type, Map<String, String> values) {
      switch (type) {
        case "info" -> created = seconds(values.getOrDefault(CREATED, ZERO));
        case "hoststatus" -> add(values, host(values.getOrDefault(STATE, "")));
        case "servicestatus" -> add(values, service(values.getOrDefault(STATE, "")));
        default -> {
          // comments, downtimes, contacts
        }
      }
    }

    private void add(Map<String, String> values, Status status) {
      boolean counts =
          filter.counts(
              !values.getOrDefault(STATE_TYPE, "").equals(ZERO),
              !values.getOrDefault(DOWNTIMES, ZERO).equals(ZERO),
              !values.getOrDefault(ACKNOWLEDGED, ZERO).equals(ZERO));
      if (status == Status.OK || !counts || notices.size() > AlertBoard.MOST_ALERTS) {
        return;
      }
      String host = values.getOrDefault(HOST, "");
      String service = values.getOrDefault(SERVICE, "");
      notices.add(
          new AlertNotice(
              host + ";" + service,
              Map.of("host", host, "service", service),
              status,
              values.getOrDefault(OUTPUT, ""),
              Instant.ofEpochSecond(seconds(values.getOrDefault(SINCE, ZERO)))));
    }
  }

  /** UP, DOWN, UNREACHABLE; the last is nobody's trouble but that of a host before it. */
  private static Status host(String state) {
    return switch (state) {
      case "0" -> Status.OK;
      case "1" -> Status.CRITICAL;
      default -> Status.UNKNOWN;
    };
  }

  private static Status service(String state) {
    return switch (state) {
      case "0" -> Status.OK;
      case "1" -> Status.WARNING;
      case "2" -> Status.CRITICAL;
      default -> Status.UNKNOWN;
    };
  }

  private static long seconds(String text) {
    return text.matches("\\d{1,11}") ? Long.parseLong(text) : 0;
  }
}
