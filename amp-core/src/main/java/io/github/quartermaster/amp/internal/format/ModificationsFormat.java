package io.github.quartermaster.amp.internal.format;

import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.Modifications.Change;
import io.github.quartermaster.amp.model.WarLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code modifications.install}, the Module Management Tool's record of what an installation
 * changed: {@code add|<path>}, {@code update|<path>|<original>}, {@code mkdir|<path>}, one a line.
 *
 * <p>That tool ignores further columns, but it crashes on a line without {@code |}, so blank lines
 * and comments are never written.
 */
public final class ModificationsFormat {
  /** Before the end of a line, where an editor may have left several. */
  private static final Pattern RETURNS = Pattern.compile("(?<!\r)\r++(?=\n|\\z)");

  private ModificationsFormat() {}

  /**
   * Reads the record, of any age and with any line ends.
   *
   * @throws IllegalArgumentException naming the line, where a path is missing, leaves the WAR, or
   *     can be in none
   */
  public static Modifications parse(byte[] content) {
    SortedMap<String, Change> files = new TreeMap<>();
    SortedSet<String> directories = new TreeSet<>();
    List<String> otherLines = new ArrayList<>();
    int number = 0;
    for (String line : RETURNS.matcher(decode(content)).replaceAll("").split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      List<String> columns = List.of(line.split("\\|", -1));
      if (columns.size() < 2) {
        throw new IllegalArgumentException("line " + number + " '" + line + "' has no '|'");
      }
      List<String> rest = columns.subList(2, columns.size());
      switch (columns.get(0)) {
        // a file that two mappings bring is recorded twice, at times as added and as overwritten
        case "add" ->
            files.putIfAbsent(path(columns.get(1), number), FurtherColumns.parse(null, rest));
        case "update" -> {
          if (rest.isEmpty()) {
            throw new IllegalArgumentException("line " + number + " names no original: " + line);
          }
          files.put(
              path(columns.get(1), number),
              FurtherColumns.parse(original(rest.get(0), number), rest.subList(1, rest.size())));
        }
        case "mkdir" -> directories.add(path(columns.get(1), number));
        default -> otherLines.add(line);
      }
    }
    return new Modifications(files, directories, otherLines);
  }

  /**
   * Whether there are lines that say nothing, blank ones or comments, on which the Module
   * Management Tool fails.
   */
  public static boolean isUntidy(byte[] content) {
    return !decode(content).equals(tidy(decode(content)));
  }

  /**
   * Reads a record in which there may be such lines.
   *
   * @throws IllegalArgumentException naming the line, where another one makes no sense
   */
  public static Modifications parseUntidy(byte[] content) {
    return parse(tidy(decode(content)).getBytes(StandardCharsets.UTF_8));
  }

  private static String tidy(String text) {
    StringBuilder tidy = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      boolean says = !line.isBlank() && !(line.startsWith("#") && !line.contains("|"));
      tidy.append(says ? line : "");
    }
    return tidy.toString();
  }

  /**
   * Writes the record in the order of that tool: files, overwritten files, folders, inner first.
   */
  public static byte[] format(Modifications modifications) {
    List<String> lines = new ArrayList<>();
    List<String> updates = new ArrayList<>();
    for (Map.Entry<String, Change> file : modifications.files().entrySet()) {
      Change change = file.getValue();
      String columns = FurtherColumns.format(change);
      if (change.overwritten().isPresent()) {
        updates.add("update|/" + file.getKey() + "|/" + change.overwritten().get() + columns);
      } else {
        lines.add("add|/" + file.getKey() + columns);
      }
    }
    lines.addAll(updates);
    modifications.directories().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(directory -> lines.add("mkdir|/" + directory));
    lines.addAll(modifications.otherLines());
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String decode(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      // written on a JVM before 18 in its platform's charset
      return new String(content, StandardCharsets.ISO_8859_1);
    }
  }

  /** An original goes when it is no longer needed, so it had better be one. */
  private static String original(String column, int number) {
    String path = path(column, number);
    if (!path.startsWith(WarLayout.ORIGINALS + "/")) {
      throw new IllegalArgumentException(
          "line " + number + " names an original that is not among the kept ones: " + column);
    }
    return path;
  }

  /**
   * No WAR has such a name; a carriage return at its end would be lost when it is written again.
   */
  private static void refuseControls(String column, int number) {
    for (int i = 0; i < column.length(); i++) {
      if (column.charAt(i) < ' ' || column.charAt(i) == 0x7f) {
        throw new IllegalArgumentException(
            "line "
                + number
                + " names a path with the control character "
                + (int) column.charAt(i));
      }
    }
  }

  private static String path(String column, int number) {
    refuseControls(column, number);
    List<String> segments = new ArrayList<>();
    for (String segment : column.split("/", -1)) {
      if (segment.equals("..")) {
        throw new IllegalArgumentException("line " + number + " leaves the WAR: " + column);
      }
      // a mapping with a slash at its end makes that tool write two
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("line " + number + " names no path: " + column);
    }
    return String.join("/", segments);
  }
}
