package io.github.quartermaster.ebs.internal.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text in UTF-8, without its end.
 *
 * @param text with a replacement character for what cannot be read
 * @param readable whether all of it is UTF-8
 */
record TextLine(String text, boolean readable) {

  /** Splits at LF, CR LF and CR; a byte order mark is passed over. */
  static List<TextLine> split(byte[] bytes) {
    List<TextLine> lines = new ArrayList<>();
    int start = startsWithMark(bytes) ? 3 : 0;
    for (int at = start; at < bytes.length; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        lines.add(of(bytes, start, at));
        if (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
          at++;
        }
        start = at + 1;
      }
    }
    if (start < bytes.length) {
      lines.add(of(bytes, start, bytes.length));
    }
    return lines;
  }

  /** Whether it says nothing: blank, or a comment. */
  boolean isSilent() {
    String shown = text.strip();
    return shown.isEmpty() || shown.startsWith("#");
  }

  private static TextLine of(byte[] bytes, int from, int to) {
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
      return new TextLine(StandardCharsets.UTF_8.newDecoder().decode(line).toString(), true);
    } catch (CharacterCodingException e) {
      return new TextLine(new String(bytes, from, to - from, StandardCharsets.UTF_8), false);
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
