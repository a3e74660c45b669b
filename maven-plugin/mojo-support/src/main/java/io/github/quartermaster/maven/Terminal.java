package io.github.quartermaster.maven;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal in front of a person.
 *
 * @param writer writes past Maven's log, which in Maven 4 also takes {@code System.out}
 * @param width in characters
 */
public record Terminal(PrintWriter writer, int width) {
  private static final int USUAL_WIDTH = 120;
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)");

  /**
   * The terminal that this JVM reads from and writes to; empty in CI and where either is a file.
   */
  @SuppressWarnings("SystemConsoleNull") // newer Java is asked by isTerminal
  static Optional<Terminal> find() {
    Console console = System.console();
    return console != null && isTerminal(console) && System.getenv("CI") == null
        ? Optional.of(new Terminal(console.writer(), currentWidth()))
        : Optional.empty();
  }

  /** From Java 22 on there is a console without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static int currentWidth() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return USUAL_WIDTH;
      }
      return widthIn(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException noSuchProgram) {
      return USUAL_WIDTH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_WIDTH;
    }
  }

  static int widthIn(String rowsAndColumns) {
    Matcher matcher = ROWS_AND_COLUMNS.matcher(rowsAndColumns.strip());
    int width = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return width > 0 ? width : USUAL_WIDTH;
  }
}
