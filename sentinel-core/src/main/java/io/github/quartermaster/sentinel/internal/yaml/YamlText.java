package io.github.quartermaster.sentinel.internal.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/** From bytes to text: UTF-8, with or without a byte order mark. */
final class YamlText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private YamlText() {}

  static String decode(Path file, byte[] bytes) throws YamlException {
    if (isUtf16(bytes)) {
      throw new YamlException(new YamlPosition(file, 1, 1), "it is UTF-16", "Save it as UTF-8");
    }
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    String decoded = text.toString();
    if (result.isError()) {
      throw new YamlException(
          end(file, decoded), "a character is not written in UTF-8", "Save the file as UTF-8");
    }
    return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK
        ? decoded.substring(1)
        : decoded;
  }

  /** The position right behind a text. */
  static YamlPosition end(Path file, String text) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        line++;
        start = i + 1;
      }
    }
    return new YamlPosition(file, line, text.codePointCount(start, text.length()) + 1);
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }
}
