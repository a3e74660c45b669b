package io.github.quartermaster.sentinel.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.WatchEvent;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class DaemonTest {
  private static final UnaryOperator<HttpRequest.Builder> AS_IT_IS = request -> request;

  private final BlockingQueue<DaemonEvent> events = new LinkedBlockingQueue<>();
  private final List<Daemon> daemons = new ArrayList<>();
  private final List<CompletableFuture<Void>> runs = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Path config;
  private Path state;
  private int port;

  @BeforeEach
  void prepare() throws IOException {
    config = folder.resolve("sentinel.yaml");
    state = folder.resolve("state");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    write("exit 0");
  }

  @AfterEach
  void stop() {
    daemons.forEach(Daemon::stop);
    for (CompletableFuture<Void> run : runs) {
      run.handle((done, failure) -> done).join();
    }
  }

  @Test
  void tells_on_loopback_how_things_are() throws Exception {
    start();
    judged();

    assertThat(get("/health", AS_IT_IS).body()).isEqualTo("OK\n");
    assertThat(get("/report.json", AS_IT_IS).statusCode()).isEqualTo(401);
    HttpResponse<String> json = get("/report.json", this::withToken);
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.body()).contains("quartermaster.sentinel.watch/1", "\"queue\"");
    assertThat(get("/", this::withToken).body()).contains("<h1>", "queue");
    assertThat(get("/none", this::withToken).statusCode()).isEqualTo(404);
  }

  @Test
  void metrics_come_in_the_form_that_is_asked_for() throws Exception {
    start();
    judged();

    HttpResponse<String> open =
        get(
            "/metrics",
            request ->
                withToken(request)
                    .header(
                        "Accept", "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1"));
    HttpResponse<String> classic = get("/metrics", this::withToken);

    assertThat(open.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(open.body()).endsWith("# EOF\n");
    assertThat(classic.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
  }

  @Test
  void health_is_bad_where_the_host_is_critical() throws Exception {
    write("exit 2");
    start();
    judged();

    HttpResponse<String> health = get("/health", AS_IT_IS);

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).isEqualTo("CRITICAL\n");
  }

  @Test
  void leaves_the_newest_result_for_plugins_of_nagios() throws Exception {
    write("exit 1");
    start();
    judged();

    assertThat(Files.readString(state.resolve("last.nagios"))).startsWith("SENTINEL WARNING - ");
    assertThat(Files.readString(state.resolve("last.rc"))).isEqualTo("1\n");
    assertThat(Files.readString(state.resolve("last.json")))
        .contains("quartermaster.sentinel.check/1");
    try (var files = Files.list(state)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
    }
  }

  @Test
  void goes_on_by_a_configuration_that_changed() throws Exception {
    start();
    judged();

    Files.writeString(
        config,
        "sentinel: 1\nchecks:\n  mail: {type: exec, command: [\"true\"]}\n"
            + "  queue: {type: exec, command: [\"true\"]}\n");

    DaemonEvent.Reloaded reloaded = event(DaemonEvent.Reloaded.class, each -> true);
    assertThat(reloaded.checks()).isEqualTo(2);
    assertThat(reloaded.later()).isEmpty();
    assertThat(get("/health", AS_IT_IS).body()).isEqualTo("OK\n");
    event(
        DaemonEvent.Watched.class,
        each ->
            each.event() instanceof WatchEvent.Judged judged
                && judged.report().check().components().size() == 2);
    assertThat(get("/report.json", this::withToken).body()).contains("\"mail\"");
  }

  @Test
  void keeps_the_old_configuration_where_the_new_one_cannot_be_used() throws Exception {
    Daemon daemon = start();
    judged();

    Files.writeString(config, "sentinel: 1\nchecks: {queue: {type: exce}}\n");
    daemon.reload();

    DaemonEvent.ReloadRefused refused = event(DaemonEvent.ReloadRefused.class, each -> true);
    assertThat(refused.problems())
        .singleElement()
        .asString()
        .startsWith("PROVIDER_UNKNOWN: ")
        .contains("sentinel.yaml:2:", "Did you mean exec?");
    assertThat(get("/health", AS_IT_IS).statusCode()).isEqualTo(200);
    assertThat(get("/report.json", this::withToken).body()).contains("\"queue\"");
  }

  @Test
  void says_what_of_a_configuration_holds_only_after_a_restart() throws Exception {
    Daemon daemon = start();
    judged();

    Files.writeString(
        config, Files.readString(config) + "daemon: {log-level: debug, token-file: other}\n");
    daemon.reload();

    assertThat(event(DaemonEvent.Reloaded.class, each -> true).later())
        .containsExactly("token-file", "log-level");
  }

  @Test
  void a_second_one_is_refused() throws Exception {
    start();
    judged();

    assertThatThrownBy(() -> daemon().run())
        .isInstanceOf(SentinelException.class)
        .hasMessageStartingWith("DAEMON_RUNNING: ");
    assertThat(get("/health", AS_IT_IS).statusCode()).isEqualTo(200);
  }

  @Test
  void a_port_that_is_taken_is_told_with_the_way_out() throws IOException {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> daemon().run())
          .isInstanceOf(SentinelException.class)
          .hasMessageStartingWith("PORT_UNUSABLE: tried to listen at 127.0.0.1:" + port)
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void a_token_that_can_be_guessed_is_refused_and_not_shown() throws IOException {
    Files.writeString(folder.resolve("token"), "hunter2\n");
    Files.writeString(config, Files.readString(config) + "daemon: {token-file: token}\n");

    assertThatThrownBy(() -> daemon().run())
        .isInstanceOf(SentinelException.class)
        .hasMessageStartingWith("TOKEN_UNUSABLE: ")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_mistake_in_the_configuration_keeps_it_from_beginning() throws IOException {
    Files.writeString(config, "sentinel: 1\ncheks: {}\n");

    assertThatThrownBy(() -> daemon().run())
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining("checks");
    assertThat(state).doesNotExist();
  }

  @Test
  void a_state_folder_that_cannot_be_made_is_told() throws IOException {
    Files.writeString(state, "a file");

    assertThatThrownBy(() -> daemon().run())
        .isInstanceOf(SentinelException.class)
        .hasMessageStartingWith("STATE_UNWRITABLE: ")
        .hasMessageContaining(state.toString());
  }

  @Test
  void that_the_newest_result_cannot_be_written_ends_nothing_and_is_told_once() throws Exception {
    Files.createDirectories(state.resolve("last.json.new").resolve("in-the-way"));
    start();

    event(
        DaemonEvent.Trouble.class,
        each -> each.problem().toString().startsWith("STATE_UNWRITABLE"));
    judged();
    judged();
    assertThat(get("/health", AS_IT_IS).statusCode()).isEqualTo(200);
  }

  @Test
  void stops_when_it_is_told_to_and_lets_go_of_everything() throws Exception {
    Daemon first = start();
    judged();

    first.stop();
    runs.get(0).get(30, TimeUnit.SECONDS);
    event(DaemonEvent.Stopping.class, each -> true);

    assertThat(first.awaitEnd(1)).isTrue();
    start();
    judged();
  }

  @Test
  void nobody_takes_hooks_where_no_source_is_configured() throws Exception {
    start();
    judged();

    HttpResponse<String> answer =
        client.send(
            withToken(HttpRequest.newBuilder(uri("/hooks/alertmanager")))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private void write(String script) throws IOException {
    Files.writeString(
        config,
        """
        sentinel: 1
        defaults: {interval: 2s, timeout: 1s}
        checks:
          queue: {type: nagios, command: ["/bin/sh", "-c", "echo hello; %s"]}
        """
            .formatted(script));
  }

  private Daemon daemon() {
    return new Daemon(
        new DaemonRequest(() -> Sentinel.builder().config(config), config, state, port),
        events::add);
  }

  private Daemon start() throws InterruptedException {
    Daemon daemon = daemon();
    daemons.add(daemon);
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(
            daemon::run, work -> new Thread(work, "daemon-under-test").start());
    runs.add(run);
    event(DaemonEvent.Started.class, each -> true);
    return daemon;
  }

  private void judged() throws InterruptedException {
    event(DaemonEvent.Watched.class, each -> each.event() instanceof WatchEvent.Judged);
  }

  private <E extends DaemonEvent> E event(Class<E> type, Predicate<E> wanted)
      throws InterruptedException {
    while (true) {
      DaemonEvent next = events.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("the next event").isNotNull();
      if (type.isInstance(next) && wanted.test(type.cast(next))) {
        return type.cast(next);
      }
    }
  }

  private HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    return client.send(
        more.apply(HttpRequest.newBuilder(uri(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    try {
      return request.header(
          "Authorization", "Bearer " + Files.readString(state.resolve("token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
