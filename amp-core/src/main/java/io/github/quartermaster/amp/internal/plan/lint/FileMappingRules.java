package io.github.quartermaster.amp.internal.plan.lint;

import static io.github.quartermaster.amp.internal.plan.lint.Findings.quoted;

import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.PropertiesText;
import io.github.quartermaster.amp.model.PropertiesText.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which folders go where, and which go nowhere. */
final class FileMappingRules {
  static final String FILE = "file-mapping.properties";
  private static final String INCLUDE_DEFAULT = "include.default";

  private final LintedAmp amp;
  private final PropertiesText text;
  private final Findings findings;

  FileMappingRules(LintedAmp amp, PropertiesText text, Findings findings) {
    this.amp = amp;
    this.text = text;
    this.findings = findings;
  }

  void check() {
    new PropertiesRules(text, findings).check();
    for (Line line : text.effective().values()) {
      if (PropertiesRules.isMarked(line.key())
          || PropertiesRules.isPlaceholder(line.key() + line.value())) {
        continue;
      }
      if (line.key().equals(INCLUDE_DEFAULT)) {
        checkIncludeDefault(line);
      } else {
        checkMapping(line);
      }
    }
  }

  private void add(LintRule rule, Line line, String message, String fix) {
    findings.add(rule, FILE, line, message, fix);
  }

  private void checkIncludeDefault(Line line) {
    String value = line.value();
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return;
    }
    boolean blank = value.strip().equalsIgnoreCase("true");
    boolean no = value.strip().equalsIgnoreCase("false");
    add(
        LintRule.INCLUDE_DEFAULT_MISREAD,
        line,
        INCLUDE_DEFAULT
            + "="
            + quoted(value)
            + " means false"
            + (blank ? ", because of the blank behind it" : ""),
        blank
            ? "Remove the blank"
            : no ? "Remove the blank, to say so plainly" : "Write true or false");
  }

  private void checkMapping(Line line) {
    Optional<String> refusal = refusal("the left side", line.key());
    if (refusal.isEmpty()) {
      refusal = refusal("the right side", line.value());
    }
    if (refusal.isPresent()) {
      boolean meant = Similar.to(line.key(), List.of(INCLUDE_DEFAULT), 3).isPresent();
      add(
          LintRule.MAPPING_REFUSED,
          line,
          refusal.get(),
          meant
              ? "Write " + INCLUDE_DEFAULT + " if that is meant"
              : "Write /<folder of the AMP>=/<folder of the WAR>; escape blanks in folder names on"
                  + " the left");
      return;
    }
    String source = folder(line.key());
    if (hasSlashAtEnd(line.key()) || hasSlashAtEnd(line.value())) {
      add(
          LintRule.MAPPING_SLASH,
          line,
          "the mapping " + line.key() + " has a slash at an end",
          "Write " + slash(source) + "=" + slash(folder(line.value())));
    }
    if (source.isEmpty()) {
      add(
          LintRule.MAPPING_OF_ROOT,
          line,
          "the mapping covers the whole AMP",
          "Move what it is meant for into a folder, and map that");
    } else if (amp.files().containsKey(source)) {
      add(
          LintRule.MAPPING_COPIES_NOTHING,
          line,
          slash(source) + " is a file, and only folders can be mapped",
          "Map the folder that it lies in");
    } else if (!amp.directories().contains(source)) {
      add(
          LintRule.MAPPING_COPIES_NOTHING,
          line,
          "the AMP has no folder " + slash(source),
          Similar.to(source, amp.directories())
              .map(folder -> "Write " + slash(folder) + " if that is meant")
              .orElse("Remove the mapping, or put the folder into the AMP"));
    }
  }

  private static Optional<String> refusal(String side, String folder) {
    if (!folder.startsWith("/")) {
      return Optional.of(side + " " + quoted(folder) + " does not begin with a slash");
    }
    if (folder.chars().anyMatch(c -> c < ' ' || c == '\\')) {
      return Optional.of(side + " " + quoted(folder) + " holds a backslash or a control character");
    }
    return Arrays.stream(folder.strip().split("/", -1))
            .anyMatch(segment -> segment.equals("..") || segment.equals("."))
        ? Optional.of(side + " " + quoted(folder) + " holds '.' or '..'")
        : Optional.empty();
  }

  private static boolean hasSlashAtEnd(String folder) {
    return folder.strip().length() > 1 && folder.strip().endsWith("/");
  }

  /** Without slashes at either end, as folders are named inside the AMP. */
  private static String folder(String text) {
    return String.join(
        "/", Arrays.stream(text.strip().split("/")).filter(part -> !part.isEmpty()).toList());
  }

  private static String slash(String folder) {
    return "/" + folder;
  }
}
