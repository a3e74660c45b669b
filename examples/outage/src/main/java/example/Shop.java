package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A web application as small as can be: every visit is written to the database. */
public final class Shop {
  private static final String DATABASE = "jdbc:h2:tcp://127.0.0.1:18092/./shop;WRITE_DELAY=0";
  private static final int PORT = 18080;

  private Shop() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.createContext("/", Shop::serve);
    server.start();
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try {
      recordVisit();
      answer(exchange, 200, "Add to cart");
    } catch (SQLException e) {
      answer(exchange, 500, "The order could not be stored");
    }
  }

  private static void recordVisit() throws SQLException {
    try (Connection connection = DriverManager.getConnection(DATABASE, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists visit (at timestamp, note varbinary(200000))");
      statement.execute("insert into visit values (now(), secure_rand(200000))");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
