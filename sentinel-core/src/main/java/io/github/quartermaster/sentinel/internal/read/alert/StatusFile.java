package io.github.quartermaster.sentinel.internal.read.alert;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the status file of Nagios block by block, as {@code xdata/xsddefault.c} writes it: a type
 * and a brace, lines of a name, {@code =} and a value, a brace. Keeps one block at a time, and of
 * it only the values that are asked for, so that a file of any size takes no more than that.
 */
final class StatusFile {
  /** The most bytes of a line that are kept; the rest of a longer one is skipped. */
  static final int LONGEST_LINE = 16 << 10;

  private static final Pattern BEGIN = Pattern.compile("\\s*([a-z]{1,40})\\s*\\{\\s*");

  private final InputStream in;
  private final Set<String> wanted;

  private StatusFile(InputStream in, Set<String> wanted) {
    this.in = in;
    this.wanted = wanted;
  }

  /**
   * Reads to the end.
   *
   * @param wanted the names whose values are kept
   * @param onBlock takes the type of each block and its values, which are its own
   * @throws IOException if it cannot be read, or ends within a block
   */
  static void read(
      InputStream in, Set<String> wanted, BiConsumer<String, Map<String, String>> onBlock)
      throws IOException {
    new StatusFile(new BufferedInputStream(in), wanted).read(onBlock);
  }

  private void read(BiConsumer<String, Map<String, String>> onBlock) throws IOException {
    String type = "";
    Map<String, String> values = new HashMap<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (nextLine(bytes)) {
      String line = bytes.toString(StandardCharsets.UTF_8);
      if (type.isEmpty()) {
        Matcher begin = BEGIN.matcher(line);
        type = begin.matches() ? begin.group(1) : "";
      } else if (line.strip().equals("}")) {
        onBlock.accept(type, values);
        type = "";
        values = new HashMap<>();
      } else {
        keep(line, values);
      }
    }
    if (!type.isEmpty()) {
      throw new IOException("it ends within a block " + type);
    }
  }

  private void keep(String line, Map<String, String> values) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      String name = line.substring(0, equals).strip();
      if (wanted.contains(name)) {
        values.put(name, line.substring(equals + 1).strip());
      }
    }
  }

  /** Whether there is another line; it replaces what was there. */
  private boolean nextLine(ByteArrayOutputStream line) throws IOException {
    line.reset();
    int next = in.read();
    if (next < 0) {
      return false;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() < LONGEST_LINE) {
        line.write(next);
      }
      next = in.read();
    }
    return true;
  }
}
