package io.github.quartermaster.amp.internal.plan.lint;

import static io.github.quartermaster.amp.internal.plan.lint.Findings.quoted;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.PropertiesText;
import io.github.quartermaster.amp.model.PropertiesText.Line;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for any properties file. */
final class PropertiesRules {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]{0,80}\\}|@[\\w.-]{1,80}@");
  private static final Pattern ANOTHER_KEY =
      Pattern.compile("\\s*+(module\\.|include\\.default|/)[\\w./-]*+\\s*+[=:].*+", Pattern.DOTALL);
  private static final Pattern LOST_ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final String MEANINGFUL = "tnrfu\\:=#! \"'";
  private static final List<String> MARKS =
      List.of("\u00ef\u00bb\u00bf", "\u00fe\u00ff", "\u00ff\u00fe");

  private final PropertiesText text;
  private final Findings findings;

  PropertiesRules(PropertiesText text, Findings findings) {
    this.text = text;
    this.findings = findings;
  }

  /** Whether a value is one that a build should have replaced. */
  static boolean isPlaceholder(String value) {
    return PLACEHOLDER.matcher(value).find();
  }

  /** Whether a key begins with a mark, which {@link LintRule#PROPERTIES_BOM} tells. */
  static boolean isMarked(String key) {
    return MARKS.stream().anyMatch(key::startsWith);
  }

  void check() {
    if (text.malformedLine() > 0) {
      findings.add(
          LintRule.PROPERTIES_MALFORMED,
          text.file(),
          text.malformedLine(),
          "",
          "a \\u is not followed by four hexadecimal digits",
          "Write \\uXXXX, or \\\\u for a backslash before a u");
    }
    text.lines().stream()
        .collect(groupingBy(Line::key, LinkedHashMap::new, toList()))
        .values()
        .forEach(this::checkRepeated);
    text.lines().forEach(this::check);
  }

  private void checkRepeated(List<Line> lines) {
    if (lines.size() > 1) {
      Line last = lines.get(lines.size() - 1);
      findings.add(
          LintRule.KEY_REPEATED,
          text.file(),
          last,
          "the key "
              + quoted(last.key())
              + " stands in the lines "
              + lines.stream().map(line -> "" + line.number()).collect(joining(" and ")),
          "Keep one of them");
    }
  }

  private void check(Line line) {
    String raw = String.join("", line.raw());
    if (isMarked(raw)) {
      findings.add(
          LintRule.PROPERTIES_BOM,
          text.file(),
          line,
          "the file begins with a byte order mark",
          "Save it without one, as ISO-8859-1 or plain ASCII");
    } else if (isGarbled(raw)) {
      findings.add(
          LintRule.NON_ASCII,
          text.file(),
          line,
          "the text is not ISO-8859-1; Alfresco will show " + quoted(line.value().strip()),
          "Write "
              + escaped(raw)
              + " as \\uXXXX, which native2ascii and most editors do on request");
    }
    Matcher placeholder = PLACEHOLDER.matcher(line.key() + "=" + line.value());
    if (placeholder.find()) {
      findings.add(
          LintRule.PLACEHOLDER_LEFT,
          text.file(),
          line,
          "the placeholder " + placeholder.group() + " is still there",
          "Have the build filter this file");
    }
    line.raw().stream()
        .skip(1)
        .filter(part -> ANOTHER_KEY.matcher(part).matches())
        .findFirst()
        .ifPresent(
            part ->
                findings.add(
                    LintRule.LINE_SWALLOWED,
                    text.file(),
                    line,
                    "the value goes on with " + quoted(part.strip()),
                    "Remove the backslash at the end of the line before it"));
    Matcher escape = LOST_ESCAPE.matcher(raw);
    while (escape.find()) {
      if (MEANINGFUL.indexOf(escape.group(1).charAt(0)) < 0) {
        findings.add(
            LintRule.ESCAPE_LOST,
            text.file(),
            line,
            "the backslash of " + quoted(escape.group()) + " is lost",
            "Double it, or write a slash where a path is meant");
        return;
      }
    }
  }

  /** Whether bytes beyond ASCII are UTF-8, or such as ISO-8859-1 has no characters for. */
  private static boolean isGarbled(String raw) {
    if (raw.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    if (raw.chars().anyMatch(c -> c >= 0x80 && c < 0xa0)) {
      return true;
    }
    return isUtf8(raw);
  }

  private static boolean isUtf8(String raw) {
    try {
      decode(raw);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String decode(String raw) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
        .toString();
  }

  /** The characters that are meant, where that can be told. */
  private static String escaped(String raw) {
    try {
      return decode(raw)
          .codePoints()
          .filter(point -> point >= 0x80)
          .distinct()
          .limit(8)
          .mapToObj(Character::toString)
          .collect(joining(" "));
    } catch (CharacterCodingException e) {
      return "what is beyond ASCII";
    }
  }
}
