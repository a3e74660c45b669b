package io.github.quartermaster.sentinel.internal.host;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a database: connect, ask, close. Made to run in a thread that may be left
 * alone: {@link #abandon} ends the connection, also one that comes about only later.
 */
public final class DatabaseCall implements Callable<DatabaseCall.Answer> {
  private final Driver driver;
  private final String url;
  private final Properties login;
  private final @Nullable String query;
  private final Duration timeout;

  private @Nullable Connection open;
  private boolean abandoned;
  private volatile boolean connected;

  /**
   * Prepares it.
   *
   * @param query what is asked, or null to let the driver find out whether the connection lives
   * @param timeout the longest that the database may take to answer
   */
  public DatabaseCall(
      Driver driver, String url, Properties login, @Nullable String query, Duration timeout) {
    this.driver = driver;
    this.url = url;
    this.login = login;
    this.query = query;
    this.timeout = timeout;
  }

  /**
   * What a database has answered.
   *
   * @param value the first column of the first row; null where there is none, or nothing was asked
   * @param connecting how long it took to connect
   * @param total how long all of it took
   */
  public record Answer(@Nullable Object value, Duration connecting, Duration total) {}

  @Override
  public Answer call() throws SQLException {
    long start = System.nanoTime();
    try (Connection connection = keep(driver.connect(url, login))) {
      Duration connecting = Duration.ofNanos(System.nanoTime() - start);
      limit(connection);
      Object value = query == null ? alive(connection) : ask(connection, query);
      return new Answer(value, connecting, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Whether there has been a connection. */
  public boolean hasConnected() {
    return connected;
  }

  /** Ends the connection, now or as soon as there is one. */
  public void abandon() {
    Connection connection;
    synchronized (this) {
      abandoned = true;
      connection = open;
    }
    if (connection != null) {
      abort(connection);
    }
  }

  private synchronized Connection keep(@Nullable Connection connection) throws SQLException {
    if (connection == null) {
      throw new SQLException("the driver does not know this kind of URL");
    }
    if (abandoned) {
      abort(connection);
      throw new SQLException("came too late");
    }
    open = connection;
    connected = true;
    return connection;
  }

  /** Ends it without asking the database, which may be silent; in a thread that may hang. */
  private static void abort(Connection connection) {
    HangingCall.start(
        "abort",
        () -> {
          try {
            connection.abort(Runnable::run);
          } finally {
            connection.close();
          }
          return null;
        });
  }

  private void limit(Connection connection) throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, (int) Math.max(1, timeout.toMillis()));
    } catch (SQLException | AbstractMethodError e) {
      // an optional feature; without it the call is abandoned all the same
      connection.clearWarnings();
    }
  }

  private @Nullable Object alive(Connection connection) throws SQLException {
    if (!connection.isValid(seconds())) {
      throw new SQLException("the connection is not valid");
    }
    return null;
  }

  private @Nullable Object ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(seconds());
      statement.setMaxRows(1);
      if (!statement.execute(question)) {
        return null;
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getObject(1) : null;
      }
    }
  }

  private int seconds() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toSeconds()));
  }
}
