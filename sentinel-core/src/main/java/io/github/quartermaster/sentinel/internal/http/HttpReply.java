package io.github.quartermaster.sentinel.internal.http;

import java.nio.charset.StandardCharsets;

/** What a web server answered. Immutable. */
public final class HttpReply {
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;
  private static final int SHOWN = 200;

  private final int status;
  private final byte[] body;

  HttpReply(int status, byte[] body) {
    this.status = status;
    this.body = body.clone();
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** Whether the status code is one of success. */
  public boolean isSuccess() {
    return status / HUNDRED == SUCCESS;
  }

  /** The whole body. */
  public byte[] body() {
    return body.clone();
  }

  /** The status code and the beginning of the body, for a message; not made safe to print. */
  public String shown() {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return "HTTP "
        + status
        + (text.isEmpty() ? "" : " with " + text.substring(0, Math.min(SHOWN, text.length())));
  }
}
