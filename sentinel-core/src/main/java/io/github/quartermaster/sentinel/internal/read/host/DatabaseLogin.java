package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.Secret;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database, and how to keep that out of messages.
 *
 * @param url its URL, which may hold a password too
 * @param user the user, or null
 * @param password the password, or null
 */
record DatabaseLogin(String url, @Nullable String user, @Nullable Secret password) {
  private static final Pattern IN_URL =
      Pattern.compile(
          "((?:password|passwd|pwd|secret|token|key)[^=;&?,\\s]{0,20}=)[^;&,\\s\"')]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_HOST = Pattern.compile("//[^/@\\s]{1,200}@");
  private static final int SHORTEST_SECRET = 3;

  /** What a driver wants to know. */
  Properties properties() {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password.reveal());
    }
    return properties;
  }

  /** The kind of database, such as {@code jdbc:postgresql}. */
  String kind() {
    int second = url.indexOf(':', url.indexOf(':') + 1);
    return second < 0 ? "this URL" : url.substring(0, second);
  }

  /** A driver's message without password and URL; short secrets would blacken innocent letters. */
  String safe(@Nullable String message) {
    if (message == null) {
      return "";
    }
    String safe = message.replace(url, kind() + ":...");
    if (password != null && password.reveal().length() >= SHORTEST_SECRET) {
      safe = safe.replace(password.reveal(), "***");
    }
    safe = IN_URL.matcher(safe).replaceAll("$1***");
    return BEFORE_HOST.matcher(safe).replaceAll("//***@");
  }

  @Override
  public String toString() {
    return kind();
  }
}
