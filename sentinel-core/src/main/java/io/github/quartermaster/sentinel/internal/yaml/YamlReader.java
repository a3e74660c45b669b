package io.github.quartermaster.sentinel.internal.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads one document of YAML 1.2, of which JSON is a part. What strangers could write is bounded:
 * {@value #MOST_BYTES} bytes, a depth of {@value YamlTree#DEEPEST}, and {@value
 * YamlTree#MOST_VALUES} values, those behind an alias counted each time that it is used.
 */
public final class YamlReader {
  /** The most bytes of a file: 1 MiB. */
  public static final int MOST_BYTES = 1 << 20;

  private YamlReader() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws YamlException if it is not one document of YAML without tags and without a name twice
   */
  public static YamlNode read(Path file) throws IOException, YamlException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file, in.readNBytes(MOST_BYTES + 1));
    }
  }

  /**
   * Reads bytes.
   *
   * @param file what positions name
   * @throws YamlException if it is not one document of YAML without tags and without a name twice
   */
  public static YamlNode read(Path file, byte[] bytes) throws YamlException {
    if (bytes.length > MOST_BYTES) {
      throw new YamlException(
          new YamlPosition(file, 1, 1),
          "it is larger than " + (MOST_BYTES >> 20) + " MiB",
          "Check that it is the right file");
    }
    String text = YamlText.decode(file, bytes);
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_BYTES).build();
    YamlTree tree = new YamlTree(file);
    try {
      return tree.build(new Parse(settings).parseString(text).iterator());
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      YamlPosition position =
          mark == null
              ? tree.last()
              : new YamlPosition(file, mark.getLine() + 1, mark.getColumn() + 1);
      throw malformed(position, problem(e));
    } catch (ReaderException e) {
      int end =
          text.offsetByCodePoints(
              0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
      throw malformed(
          YamlText.end(file, text.substring(0, end)),
          String.format("the character U+%04X is not allowed", e.getCodePoint()));
    } catch (RuntimeException e) {
      // hostile text also meets gaps of the parser, such as a version number too long for an int
      throw malformed(tree.last(), "the text cannot be understood");
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext().strip() + ", ";
    return context + (e.getProblem() == null ? "something is wrong" : e.getProblem().strip());
  }

  private static YamlException malformed(YamlPosition position, String message) {
    return new YamlException(
        position,
        message,
        "Check the indentation, the brackets and the quotes there and in the line above");
  }
}
