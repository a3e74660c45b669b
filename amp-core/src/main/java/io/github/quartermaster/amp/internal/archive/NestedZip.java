package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A zip archive inside of another one, whole in memory; of use for a few small files in it. */
public final class NestedZip {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int MOST_FILES = 1000;

  private NestedZip() {}

  /**
   * The contents of those files whose names are wanted.
   *
   * @param maxBytes how large each of them may be
   * @throws IOException if it is no zip archive, or a file that is wanted is too large or damaged
   */
  public static SortedMap<String, byte[]> find(byte[] zip, Predicate<String> wanted, int maxBytes)
      throws IOException {
    try {
      return find(ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN), wanted, maxBytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException e) {
      throw new IOException("it is no sound zip archive", e);
    }
  }

  private static SortedMap<String, byte[]> find(
      ByteBuffer zip, Predicate<String> wanted, int maxBytes)
      throws IOException, DataFormatException {
    SortedMap<String, byte[]> found = new TreeMap<>();
    int end = end(zip);
    int at = zip.getInt(end + 16);
    while (at >= 0 && at < end && zip.getInt(at) == CENTRAL) {
      int nameLength = zip.getShort(at + 28) & 0xFFFF;
      String name = text(zip, at + CENTRAL_LENGTH, nameLength);
      if (wanted.test(name)) {
        found.put(name, content(zip, at, maxBytes));
        if (found.size() > MOST_FILES) {
          throw new IOException("it holds more than " + MOST_FILES + " such files");
        }
      }
      at +=
          CENTRAL_LENGTH
              + nameLength
              + (zip.getShort(at + 30) & 0xFFFF)
              + (zip.getShort(at + 32) & 0xFFFF);
    }
    return found;
  }

  private static int end(ByteBuffer zip) throws IOException {
    int last = zip.capacity() - END_LENGTH;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (zip.getInt(at) == END) {
        return at;
      }
    }
    throw new IOException("it is no zip archive");
  }

  private static byte[] content(ByteBuffer zip, int central, int maxBytes)
      throws IOException, DataFormatException {
    int method = zip.getShort(central + 10) & 0xFFFF;
    int compressed = zip.getInt(central + 20);
    int size = zip.getInt(central + 24);
    int local = zip.getInt(central + 42);
    if (size < 0 || size > maxBytes || zip.getInt(local) != LOCAL) {
      throw new IOException("a file in it is too large or not where it should be");
    }
    int start =
        local
            + LOCAL_LENGTH
            + (zip.getShort(local + 26) & 0xFFFF)
            + (zip.getShort(local + 28) & 0xFFFF);
    if (compressed < 0 || compressed > zip.capacity()) {
      throw new IOException("a file in it is larger than all of it");
    }
    byte[] raw = new byte[compressed];
    zip.get(start, raw);
    if (method == STORED && compressed == size) {
      return raw;
    }
    if (method != DEFLATED) {
      throw new IOException("a file in it is compressed in a way that is not known here");
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(raw);
      byte[] content = new byte[size];
      int done = 0;
      for (int read = -1; read != 0 && done < size; done += read) {
        read = inflater.inflate(content, done, size - done);
      }
      if (done < size) {
        throw new IOException("a file in it ends too early");
      }
      return content;
    } finally {
      inflater.end();
    }
  }

  private static String text(ByteBuffer zip, int start, int length) {
    byte[] bytes = new byte[length];
    zip.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
