package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.DatabaseCall;
import io.github.quartermaster.sentinel.internal.host.DriverFinder;
import io.github.quartermaster.sentinel.internal.host.HangingCall;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Whether a database takes a connection and answers a question in time. */
final class JdbcProvider implements HealthProvider {
  private static final long AGAIN_MILLIS = 500;

  private final ComponentId id;
  private final String check;
  private final DatabaseLogin login;
  private final @Nullable String driverClass;
  private final @Nullable String query;
  private final DriverFinder drivers;
  private final JdbcJudge judge;
  private @Nullable HangingCall<DatabaseCall.Answer> hanging;
  private @Nullable Throwable failure;

  JdbcProvider(
      String check,
      DatabaseLogin login,
      @Nullable String driverClass,
      @Nullable String query,
      DriverFinder drivers,
      Limits time,
      Limits value) {
    this.id = new ComponentId(check);
    this.check = check;
    this.login = login;
    this.driverClass = driverClass;
    this.query = query;
    this.drivers = drivers;
    this.judge = new JdbcJudge(id, login, time, value);
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(Component.of(id, check, JdbcFactory.TYPE, Blame.INHERITABLE));
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    failure = null;
    Optional<Driver> driver =
        driverClass == null ? drivers.accepting(login.url()) : drivers.named(driverClass);
    if (driver.isEmpty()) {
      String what = driverClass == null ? login.kind() : "the class " + driverClass;
      return List.of(
          Reading.unknown(
              id,
              "there is no JDBC driver for " + what + "; put its jar into the folder of plugins"));
    }
    // some is kept for ending the connection and telling about it
    Duration time = context.deadline().remaining().multipliedBy(8).dividedBy(10);
    if (hanging != null && !hanging.isDone()) {
      // one thread at most waits for a database that says nothing
      Thread.sleep(Math.min(time.toMillis(), AGAIN_MILLIS));
      if (!hanging.isDone()) {
        return List.of(judge.stillSilent());
      }
    }
    hanging = null;
    DatabaseCall call =
        new DatabaseCall(driver.get(), login.url(), login.properties(), query, time);
    return List.of(reading(call, time));
  }

  private Reading reading(DatabaseCall call, Duration time) throws InterruptedException {
    HangingCall<DatabaseCall.Answer> running = HangingCall.start("jdbc " + id, call);
    boolean done = false;
    try {
      Optional<DatabaseCall.Answer> answer = running.await(time);
      done = running.isDone();
      return answer.map(judge::answered).orElseGet(() -> judge.silent(call.hasConnected(), time));
    } catch (ExecutionException e) {
      done = true;
      failure = e.getCause();
      return judge.failed(call.hasConnected(), e.getCause());
    } finally {
      if (!done) {
        call.abandon();
        hanging = running;
      }
    }
  }

  @Override
  public List<Reading> examine(ComponentId component, ProbeContext context) {
    return failure == null ? List.of() : List.of(judge.explained(Reading.of(component), failure));
  }
}
