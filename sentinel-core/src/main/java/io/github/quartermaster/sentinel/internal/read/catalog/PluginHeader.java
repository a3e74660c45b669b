package io.github.quartermaster.sentinel.internal.read.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.quartermaster.sentinel.model.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what an executable says about its check in a comment among its first {@value #MOST_LINES}
 * lines: {@code # sentinel: provides=queue requires=disk,network timeout=20s}. A word without a
 * colon after {@code requires=} is a tag, since a plugin cannot know the names of other checks.
 */
final class PluginHeader {
  private static final int MOST_LINES = 20;
  private static final int MOST_BYTES = 4096;
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:#|//|--|;|%|rem\\b|REM\\b)\\s*sentinel:(.*)");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private PluginHeader() {}

  /**
   * Reads the first lines of a file.
   *
   * @throws IOException if it cannot be read, or the line says what nobody understands; the message
   *     says which
   */
  static DroppedCheck read(String name, Path executable) throws IOException {
    DroppedCheck check = new DroppedCheck(name, executable, 1, List.of(), List.of(), null);
    String[] lines = start(executable).split("\\R", MOST_LINES + 1);
    for (int i = 0; i < Math.min(lines.length, MOST_LINES); i++) {
      Matcher matcher = LINE.matcher(lines[i]);
      if (matcher.matches()) {
        return understand(check, i + 1, matcher.group(1).strip());
      }
    }
    return check;
  }

  private static DroppedCheck understand(DroppedCheck check, int line, String settings)
      throws IOException {
    List<String> provides = List.of();
    List<String> requires = List.of();
    String timeout = null;
    for (String setting : BLANKS.splitAsStream(settings).toList()) {
      String value = setting.substring(setting.indexOf('=') + 1);
      if (setting.startsWith("provides=")) {
        provides = words(value).toList();
      } else if (setting.startsWith("requires=")) {
        requires = words(value).map(PluginHeader::requirement).toList();
      } else if (setting.startsWith("timeout=")) {
        timeout = value;
      } else {
        throw new IOException(
            "line "
                + line
                + " has "
                + setting
                + " where only provides=, requires= and timeout= are understood");
      }
    }
    return new DroppedCheck(check.name(), check.executable(), line, provides, requires, timeout);
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",")).filter(word -> !word.isBlank());
  }

  private static String requirement(String word) {
    return word.contains(":") ? word : Requirement.TAG_PREFIX + word;
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), UTF_8);
    }
  }
}
