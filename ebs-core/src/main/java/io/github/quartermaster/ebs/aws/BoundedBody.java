package io.github.quartermaster.ebs.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer, up to what the largest honest one may need: the SDK makes a tree of all of
 * it. A page of 1,000 snapshots with 50 tags each has some 25 MB and 350,000 tags of XML.
 */
final class BoundedBody extends FilterInputStream {
  private final long mostBytes;
  private final long mostMarkup;
  private long bytes;
  private long markup;

  BoundedBody(InputStream body) {
    this(body, 32L << 20, 1_000_000);
  }

  BoundedBody(InputStream body, long mostBytes, long mostMarkup) {
    super(body);
    this.mostBytes = mostBytes;
    this.mostMarkup = mostMarkup;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '<') {
        markup++;
      }
    }
    bytes += Math.max(count, 0);
    if (bytes > mostBytes || markup > mostMarkup) {
      throw new IOException("the answer is longer than any that makes sense");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
