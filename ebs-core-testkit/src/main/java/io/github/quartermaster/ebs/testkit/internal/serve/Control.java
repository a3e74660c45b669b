package io.github.quartermaster.ebs.testkit.internal.serve;

import io.github.quartermaster.ebs.testkit.internal.ec2.AccountScript;
import io.github.quartermaster.ebs.testkit.internal.ec2.Parameters;
import io.github.quartermaster.ebs.testkit.internal.http.HttpConnection;
import io.github.quartermaster.ebs.testkit.internal.http.HttpHandler;
import io.github.quartermaster.ebs.testkit.internal.http.HttpRequest;
import io.github.quartermaster.ebs.testkit.internal.http.HttpResponse;
import io.github.quartermaster.ebs.testkit.internal.json.Json;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The emulator's own pages, for tests in other processes. A browser is refused, so that no page a
 * person looks at can reach them. Thread-safe.
 */
public final class Control implements HttpHandler {
  private final EmulatorClock clock;
  private final RequestLog log;
  private final AccountScript account;

  /** The pages of one emulator. */
  public Control(EmulatorClock clock, RequestLog log, AccountScript account) {
    this.clock = clock;
    this.log = log;
    this.account = account;
  }

  @Override
  public void handle(HttpRequest request, HttpConnection connection) throws IOException {
    connection.send(answer(request));
  }

  private HttpResponse answer(HttpRequest request) {
    if (request.header("origin").isPresent() || !isLoopback(request.header("host").orElse(""))) {
      return HttpResponse.text(403, "Only for programs of this machine, not for browsers.");
    }
    return switch (request.method() + " " + request.path()) {
      case "GET /_emulator/clock" -> HttpResponse.text(200, clock.instant().toString());
      case "POST /_emulator/advance" -> advance(request.query());
      case "GET /_emulator/requests" ->
          lines(log.all().stream().map(Control::line).collect(Collectors.joining("\n")));
      case "GET /_emulator/snapshots" ->
          lines(account.snapshots().stream().map(Control::line).collect(Collectors.joining("\n")));
      default ->
          HttpResponse.text(
              404,
              "There are GET /_emulator/clock, /_emulator/requests and /_emulator/snapshots, and POST"
                  + " /_emulator/advance?seconds=N.");
    };
  }

  private HttpResponse advance(String query) {
    String seconds;
    try {
      seconds = Parameters.parse(query).text("seconds").orElse("");
    } catch (IllegalArgumentException noQuery) {
      seconds = "";
    }
    if (!seconds.matches("[0-9]{1,9}")) {
      return HttpResponse.text(400, "Say how far: /_emulator/advance?seconds=60");
    }
    clock.advance(Duration.ofSeconds(Long.parseLong(seconds)));
    return HttpResponse.text(200, clock.instant().toString());
  }

  private static boolean isLoopback(String host) {
    return host.matches("(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");
  }

  private static HttpResponse lines(String text) {
    return HttpResponse.of(200, "application/x-ndjson", text.isEmpty() ? "" : text + "\n");
  }

  private static String line(EmulatedRequest request) {
    return new Json()
        .number("number", request.number())
        .number("call", request.call())
        .text("service", request.service())
        .text("action", request.action())
        .text("region", request.region())
        .texts("parameters", request.parameters())
        .text("at", request.at().toString())
        .text("outcome", request.outcome())
        .object();
  }

  private static String line(EmulatedSnapshot snapshot) {
    return new Json()
        .text("region", snapshot.region())
        .text("id", snapshot.id())
        .text("volumeId", snapshot.volumeId())
        .text("owner", snapshot.owner())
        .text("state", snapshot.state())
        .text("message", snapshot.message())
        .number("progress", snapshot.progress())
        .text("start", snapshot.start().toString())
        .number("sizeGiB", snapshot.sizeGiB())
        .text("key", snapshot.encryptionKey().orElse(""))
        .text("description", snapshot.description())
        .text("source", snapshot.source().orElse(""))
        .texts("tags", snapshot.tags())
        .object();
  }
}
