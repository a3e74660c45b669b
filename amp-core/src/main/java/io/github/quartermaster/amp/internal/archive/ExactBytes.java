package io.github.quartermaster.amp.internal.archive;

import java.io.OutputStream;

/** Takes exactly as many bytes as were announced; saves the copies of a growing buffer. */
final class ExactBytes extends OutputStream {
  private final byte[] bytes;
  private int count;

  ExactBytes(int size) {
    bytes = new byte[size];
  }

  @Override
  public void write(int b) {
    bytes[count++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    System.arraycopy(source, offset, bytes, count, length);
    count += length;
  }

  byte[] bytes() {
    return bytes;
  }
}
