package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.host.DatabaseCall;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Verdict;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcProviderTest {
  private static final Verdict DOWN = new Verdict.Given(Score.DOWN);
  private static final Verdict CRITICAL = new Verdict.Given(Score.CRITICAL);
  private static final String MEMORY = "jdbc:h2:mem:";

  @BeforeAll
  static void stay_on_this_machine() {
    // read when H2 is loaded; without it its server looks up this machine's name
    System.setProperty("h2.bindAddress", "127.0.0.1");
  }

  private static HealthProvider provider(String url, Map<String, Object> set) {
    Map<String, Object> all = new HashMap<>(Map.of("url", url));
    all.putAll(set);
    return Probing.provider(new JdbcFactory(List::of), "db", all);
  }

  private static Reading reading(String url, Map<String, Object> set) throws Exception {
    return Probing.only(provider(url, set));
  }

  @Test
  void a_database_that_takes_a_connection_is_healthy() throws Exception {
    Reading reading = reading(MEMORY, Map.of());
    assertThat(reading.verdict()).isInstanceOf(Verdict.Measured.class);
    assertThat(reading.message()).startsWith("answers in ");
    assertThat(Probing.metric(reading, "time").unit()).isEqualTo("s");
  }

  @Test
  void what_a_query_gives_is_held_to_its_limits() throws Exception {
    Reading reading =
        reading(
            MEMORY,
            Map.of(
                "query", "select 97",
                "warn", Range.atMost(70),
                "crit", Range.atMost(95)));
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.message()).endsWith(": 97 (70/95)");
  }

  @Test
  void slow_answers_are_held_to_their_limits() throws Exception {
    Reading reading = reading(MEMORY, Map.of("time-warn", Range.atMost(-1)));
    assertThat(Probing.judged(reading)).isEqualTo("warning");
  }

  @Test
  void a_query_without_a_number_is_unknown_only_where_one_is_needed() throws Exception {
    assertThat(reading(MEMORY, Map.of("query", "select 'x'")).verdict())
        .isInstanceOf(Verdict.Measured.class);
    for (String query : List.of("select 'x'", "select 1 where false", "select null")) {
      assertThat(reading(MEMORY, Map.of("query", query, "crit", Range.atMost(1))).verdict())
          .isInstanceOf(Verdict.Unknown.class);
    }
    assertThat(reading(MEMORY, Map.of("query", "select '0.5'", "crit", Range.atMost(1))).metrics())
        .anyMatch(metric -> metric.value() == 0.5);
  }

  @Test
  void a_query_that_fails_is_critical_with_its_sql_state_and_more_on_request() throws Exception {
    HealthProvider provider = provider(MEMORY, Map.of("query", "select * from nowhere"));
    Reading reading = Probing.only(provider);
    assertThat(reading.verdict()).isEqualTo(CRITICAL);
    assertThat(reading.layer()).isEqualTo(Layer.APPLICATION);
    assertThat(reading.message()).startsWith("answers with an error: Table \"NOWHERE\" not found");
    assertThat(reading.message()).contains("(SQLState 42");
    assertThat(provider.examine(new ComponentId("db"), Probing.context()).get(0).evidence())
        .anySatisfy(
            it -> assertThat(it.text()).contains("SyntaxErrorException").contains("vendor"));
  }

  @Test
  void a_wrong_password_is_told_from_a_dead_server_and_never_shown(@TempDir Path data)
      throws Exception {
    Server server = server(data);
    try {
      String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./shop";
      Map<String, Object> right = Map.of("user", "sa", "password", new Secret("right-one"));
      assertThat(reading(url, right).verdict()).isInstanceOf(Verdict.Measured.class);
      Reading refused =
          reading(
              url, Map.of("user", "sa", "password", new Secret("wrong-one"), "query", "select 1"));
      assertThat(refused.verdict()).isEqualTo(CRITICAL);
      assertThat(refused.message()).startsWith("refuses the user: ").contains("SQLState 28000");
      assertThat(refused.toString()).doesNotContain("wrong-one");
      server.stop();
      Reading dead = reading(url, right);
      assertThat(dead.verdict()).isEqualTo(DOWN);
      assertThat(dead.layer()).isEqualTo(Layer.TRANSPORT);
      assertThat(dead.message()).startsWith("takes no connection: ");
    } finally {
      server.stop();
    }
  }

  private static Server server(Path data) throws SQLException {
    return Server.createTcpServer(
            "-tcpPort", "0", "-baseDir", data.toString(), "-ifNotExists", "-tcpDaemon")
        .start();
  }

  @Test
  void a_server_that_says_nothing_is_down_and_asked_by_one_thread_only() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      HealthProvider provider =
          provider("jdbc:h2:tcp://127.0.0.1:" + silent.getLocalPort() + "/x", Map.of());
      Reading reading = provider.probe(Probing.context(Duration.ofMillis(400))).get(0);
      assertThat(reading.verdict()).isEqualTo(DOWN);
      assertThat(reading.layer()).isEqualTo(Layer.TRANSPORT);
      assertThat(reading.message()).startsWith("does not answer within ");
      assertThat(provider.probe(Probing.context(Duration.ofMillis(200))).get(0).message())
          .isEqualTo("has not answered since the last look");
    }
  }

  @Test
  void a_connection_that_comes_too_late_is_ended() throws Exception {
    CountDownLatch connecting = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    DatabaseCall call =
        new DatabaseCall(
            new LateDriver(connecting, closed),
            "jdbc:late:",
            new Properties(),
            null,
            Duration.ofSeconds(1));
    Thread thread = new Thread(() -> assertThatThrownBy(call::call).hasMessage("came too late"));
    thread.start();
    call.abandon();
    assertThat(call.hasConnected()).isFalse();
    connecting.countDown();
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    thread.join();
  }

  @Test
  void a_database_without_a_driver_is_unknown_and_the_message_says_what_to_add() throws Exception {
    Reading reading = reading("jdbc:nosuch://u:pw@h/x?password=y", Map.of());
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading.message())
        .isEqualTo(
            "there is no JDBC driver for jdbc:nosuch; put its jar into the folder of plugins");
    assertThat(reading(MEMORY, Map.of("driver-class", "java.lang.String")).verdict())
        .isInstanceOf(Verdict.Unknown.class);
    assertThat(reading(MEMORY, Map.of("driver-class", "org.h2.Driver")).verdict())
        .isInstanceOf(Verdict.Measured.class);
  }

  @Test
  void a_password_is_taken_out_of_whatever_a_driver_says() {
    String url = "jdbc:x://me:hidden@db/shop?password=alsohidden&ssl=true";
    DatabaseLogin login = new DatabaseLogin(url, "me", new Secret("hunter2"));
    assertThat(login.safe("cannot reach " + url + " as me/hunter2"))
        .isEqualTo("cannot reach jdbc:x:... as me/***");
    assertThat(login.safe("bad //me:hidden@db and trustStorePassword=abc;user=me"))
        .isEqualTo("bad //***@db and trustStorePassword=***;user=me");
    assertThat(login.toString()).isEqualTo("jdbc:x");
  }

  @Test
  void limits_without_a_query_are_refused() {
    assertThatThrownBy(() -> provider(MEMORY, Map.of("crit", Range.atMost(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is none");
  }

  /** Connects only when it is told to. */
  private record LateDriver(CountDownLatch connecting, CountDownLatch closed) implements Driver {
    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      try {
        connecting.await();
      } catch (InterruptedException e) {
        throw new SQLException(e);
      }
      return (Connection)
          Proxy.newProxyInstance(
              LateDriver.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  closed.countDown();
                }
                return null;
              });
    }

    @Override
    public boolean acceptsURL(String url) {
      return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }
}
