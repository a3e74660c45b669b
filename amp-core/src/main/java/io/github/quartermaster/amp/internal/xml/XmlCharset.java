package io.github.quartermaster.amp.internal.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, by its byte order mark, else by its declaration, else as UTF-8.
 *
 * <p>The JDK's parser could find that out, but where bytes are malformed it prints to the standard
 * error stream.
 */
final class XmlCharset {
  private static final int LONGEST_DECLARATION = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]{1,150}?encoding\\s*=\\s*[\"']([A-Za-z][\\w.-]{0,40})[\"']");

  private XmlCharset() {}

  /**
   * Decodes the file.
   *
   * @throws CharacterCodingException if it is not in the encoding that it is said to be in
   */
  static String decode(byte[] content) throws CharacterCodingException {
    String text = charset(content).newDecoder().decode(ByteBuffer.wrap(content)).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] content) {
    if (startsWith(content, 0xfe, 0xff) || startsWith(content, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16;
    }
    byte[] start = Arrays.copyOf(content, Math.min(content.length, LONGEST_DECLARATION));
    Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length > 1 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
  }
}
