package io.github.quartermaster.sentinel.internal.read.net;

import java.nio.charset.Charset;

/** The body of an answer, or its beginning. Immutable. */
final class HttpBody {
  private final byte[] bytes;
  private final boolean cut;

  HttpBody(byte[] bytes, boolean cut) {
    this.bytes = bytes.clone();
    this.cut = cut;
  }

  /** How many bytes were read. */
  int length() {
    return bytes.length;
  }

  /** Whether there is more than was read. */
  boolean isCut() {
    return cut;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String text(Charset charset) {
    return new String(bytes, charset);
  }
}
