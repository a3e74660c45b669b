package io.github.quartermaster.sentinel.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values of the header {@value #HEADER}. */
public final class Authorization {
  /** Its name. */
  public static final String HEADER = "Authorization";

  private Authorization() {}

  /** A user with a password (RFC 7617). */
  public static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** A token (RFC 6750). */
  public static String bearer(String token) {
    return "Bearer " + token;
  }
}
