package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web application as small as can be: every visit is written to the disk, the last one kept. */
public final class Shop {
  private static final int PORT = 18080;

  private final Path folder;
  private int visits;

  private Shop(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    Shop shop = new Shop(Files.createDirectories(Path.of(arguments[0])));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.createContext("/", shop::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      recordVisit();
      answer(exchange, 200, "Add to cart");
    } catch (IOException e) {
      answer(exchange, 500, "The visit could not be stored");
    }
  }

  private synchronized void recordVisit() throws IOException {
    visits++;
    Files.write(folder.resolve("visit-" + visits), new byte[20_000]);
    Files.deleteIfExists(folder.resolve("visit-" + (visits - 1)));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
