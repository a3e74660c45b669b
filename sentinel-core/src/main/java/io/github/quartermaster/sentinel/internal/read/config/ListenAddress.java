package io.github.quartermaster.sentinel.internal.read.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the daemon listens: on loopback and nowhere else, since it speaks no TLS.
 *
 * @param host an address of the loopback interface
 * @param port from 1, or 0 for not at all
 */
record ListenAddress(String host, int port) {
  static final String OFF = "off";
  static final String PATTERN = "(?:(localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\]):)?(\\d{1,5})";

  private static final Pattern ADDRESS = Pattern.compile(PATTERN);
  private static final int HIGHEST_PORT = 65_535;

  /** Reads {@code 127.0.0.1:7878}, {@code [::1]:7878}, a port alone, or {@code off}. */
  static Optional<ListenAddress> parse(String text) {
    if (text.equals(OFF)) {
      return Optional.of(new ListenAddress("127.0.0.1", 0));
    }
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? "127.0.0.1" : matcher.group(1);
    int port = Integer.parseInt(matcher.group(2));
    boolean possible = port > 0 && port <= HIGHEST_PORT && isAddress(host);
    return possible
        ? Optional.of(
            new ListenAddress(
                switch (host) {
                  case "localhost" -> "127.0.0.1";
                  case "[::1]" -> "::1";
                  default -> host;
                },
                port))
        : Optional.empty();
  }

  private static boolean isAddress(String host) {
    return !Character.isDigit(host.charAt(0))
        || Pattern.compile("\\.")
            .splitAsStream(host)
            .allMatch(part -> Integer.parseInt(part) <= 255);
  }
}
