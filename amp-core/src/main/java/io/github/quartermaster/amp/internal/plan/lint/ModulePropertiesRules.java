package io.github.quartermaster.amp.internal.plan.lint;

import static io.github.quartermaster.amp.internal.plan.lint.Findings.quoted;

import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.PropertiesText;
import io.github.quartermaster.amp.model.PropertiesText.Line;
import io.github.quartermaster.amp.model.ReleaseVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a module says of itself, and what Alfresco and its installers make of it. */
final class ModulePropertiesRules {
  static final String FILE = "module.properties";

  private static final List<String> REQUIRED =
      List.of("module.id", "module.version", "module.title", "module.description");
  private static final String DEPENDS = "module.depends.";
  private static final String SHARE_MIN = "module.share.version.min";
  private static final String SHARE_MAX = "module.share.version.max";
  private static final String REPO_MIN = "module.repo.version.min";
  private static final String REPO_MAX = "module.repo.version.max";
  private static final Set<String> OF_INSTALLERS =
      Set.of("module.installDate", "module.installState");
  private static final Set<String> KEYS =
      Set.of(
          "module.id",
          "module.version",
          "module.title",
          "module.description",
          "module.aliases",
          "module.editions",
          REPO_MIN,
          REPO_MAX,
          SHARE_MIN,
          SHARE_MAX,
          "module.installDate",
          "module.installState");
  private static final Set<String> DEPRECATED = Set.of("alfresco-saml-repo");
  private static final List<String> EDITIONS = List.of("community", "enterprise");
  private static final Pattern PRE_RELEASE =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(?:\\.\\d+)?-(?:A|M|RC)\\d+");
  private static final ModuleVersion END_OF_RANGES = new ModuleVersion("999.999.999.99");
  private static final int PARTS_OF_A_BOUND = 3;
  private static final int ANY_FIX = 90;

  private final PropertiesText text;
  private final Findings findings;
  private final Map<String, Line> effective;

  ModulePropertiesRules(PropertiesText text, Findings findings) {
    this.text = text;
    this.findings = findings;
    this.effective = text.effective();
  }

  void check() {
    new PropertiesRules(text, findings).check();
    text.lines().forEach(this::checkKey);
    if (text.malformedLine() == 0) {
      REQUIRED.forEach(this::checkRequired);
    }
    value("module.id").ifPresent(this::checkId);
    value("module.version").ifPresent(this::checkVersion);
    value("module.aliases").ifPresent(this::checkAliases);
    value("module.editions").ifPresent(this::checkEditions);
    checkBounds(REPO_MIN, REPO_MAX);
    checkBounds(SHARE_MIN, SHARE_MAX);
    checkShareBounds();
    String id = value("module.id").map(line -> line.value().strip()).orElse("");
    effective.values().stream()
        .filter(line -> line.key().startsWith(DEPENDS))
        .forEach(line -> new DependencyRules(line, id, findings).check());
  }

  /** The entry that counts, where it says something that the build meant to say. */
  private Optional<Line> value(String key) {
    return Optional.ofNullable(effective.get(key))
        .filter(line -> !line.value().isBlank())
        .filter(line -> !PropertiesRules.isPlaceholder(line.value()));
  }

  private void add(LintRule rule, Line line, String message, String fix) {
    findings.add(rule, FILE, line, message, fix);
  }

  private void checkRequired(String key) {
    Line line = effective.get(key);
    if (line == null) {
      findings.add(
          LintRule.KEY_MISSING, FILE, 0, key, "the key " + key + " is missing", "Add " + key + "=");
    } else if (line.value().isBlank()) {
      add(LintRule.KEY_MISSING, line, "the key " + key + " is blank", "Give it a value");
    }
  }

  private void checkKey(Line line) {
    String key = line.key();
    if (OF_INSTALLERS.contains(key)) {
      add(LintRule.INSTALLER_KEY, line, "the key " + key + " is in an AMP", "Remove the line");
    } else if (!KEYS.contains(key)
        && !key.startsWith(DEPENDS)
        && !PropertiesRules.isMarked(key)
        && !PropertiesRules.isPlaceholder(key)) {
      Optional<String> meant =
          Similar.to(key, KEYS)
              .or(
                  () ->
                      key.startsWith("module.depend")
                          ? Optional.of(DEPENDS + "<id>")
                          : Optional.empty());
      add(
          LintRule.KEY_UNKNOWN,
          line,
          "there is no key " + quoted(key),
          meant
              .map(word -> "Write " + word + " if that is meant")
              .orElse("Remove the line, or allow it where a program of your own reads it"));
    }
  }

  private void checkId(Line line) {
    String id = line.value().strip();
    if (!ModuleId.isValid(id)) {
      add(
          LintRule.MODULE_ID_INVALID,
          line,
          quoted(id) + " cannot be a module id",
          "Use letters, digits, '_', '.' and '-', and no reserved name (., .., backup)");
    } else if (DEPRECATED.contains(id)) {
      add(
          LintRule.MODULE_ID_DEPRECATED,
          line,
          "module " + id + " is no longer supported",
          "Give up the module, or its id");
    }
  }

  private void checkVersion(Line line) {
    String version = line.value().strip();
    if (version.toUpperCase(Locale.ROOT).endsWith("SNAPSHOT")) {
      add(
          LintRule.VERSION_SNAPSHOT,
          line,
          "the version " + quoted(version) + " is a snapshot",
          "Release it under a version of its own, or make the build put a time into the version");
    } else if (PRE_RELEASE.matcher(version).matches()) {
      add(
          LintRule.VERSION_UNORDERED,
          line,
          "the version " + quoted(version) + " has no place in the Module Management Tool's order",
          "Write it in lower case (-rc1), which that tool orders as Maven does");
    }
    if (new ModuleVersion(version).isNewerThan(END_OF_RANGES)) {
      add(
          LintRule.VERSION_BEYOND_RANGES,
          line,
          "the version " + quoted(version) + " is higher than 999.999.999.99",
          "Do not begin the version with a date");
    }
  }

  private void checkAliases(Line line) {
    String id = value("module.id").map(idLine -> idLine.value().strip()).orElse("");
    for (String token : line.value().split(",", -1)) {
      String alias = token.strip();
      if (!alias.isEmpty() && !ModuleId.isValid(alias)) {
        add(LintRule.ALIAS_INVALID, line, quoted(alias) + " cannot be a module id", "Correct it");
      } else if (!alias.isEmpty() && alias.equals(id)) {
        add(
            LintRule.ALIAS_INVALID,
            line,
            "the alias " + alias + " is the id of the module itself",
            "Name former ids only");
      }
    }
  }

  private void checkEditions(Line line) {
    for (String token : line.value().strip().split(",", -1)) {
      String edition = token.strip();
      if (!token.equals(edition)) {
        add(
            LintRule.EDITION_BLANKS,
            line,
            "there is a blank beside a comma: " + quoted(token),
            "Write "
                + String.join(
                    ",", Arrays.stream(line.value().split(",")).map(String::strip).toList()));
        return;
      }
    }
    for (String token : line.value().strip().split(",", -1)) {
      if (!EDITIONS.contains(token.toLowerCase(Locale.ROOT))) {
        add(
            LintRule.EDITION_UNKNOWN,
            line,
            "there is no edition " + quoted(token),
            Similar.to(token, EDITIONS)
                .map(word -> "Write " + word + " if that is meant")
                .orElse(
                    "Write Community, Enterprise or both; without the key the module is for all"));
      }
    }
  }

  private void checkBounds(String minKey, String maxKey) {
    Optional<ReleaseVersion> min = value(minKey).flatMap(this::bound);
    Optional<ReleaseVersion> max = value(maxKey).flatMap(this::bound);
    if (min.isPresent() && max.isPresent() && min.get().isNewerThan(max.get())) {
      add(
          LintRule.RELEASE_BOUND_INVALID,
          value(maxKey).orElseThrow(),
          maxKey + " " + max.get() + " is lower than " + minKey + " " + min.get(),
          "Swap them, or correct the one that is wrong");
    }
    if (max.isPresent()) {
      value(maxKey).ifPresent(line -> checkShort(line, max.get().text()));
    }
  }

  private void checkShort(Line line, String max) {
    String[] parts = max.split("\\.", -1);
    String last = parts[parts.length - 1];
    boolean any = last.length() > 9 || (!last.isEmpty() && Integer.parseInt(last) >= ANY_FIX);
    if (parts.length < PARTS_OF_A_BOUND && !any) {
      add(
          LintRule.RELEASE_BOUND_SHORT,
          line,
          max
              + " as the highest release leaves out "
              + max
              + ".1".repeat(PARTS_OF_A_BOUND - parts.length),
          "Write "
              + max
              + ".99".repeat(PARTS_OF_A_BOUND - parts.length)
              + " if all of "
              + max
              + " is meant");
    }
  }

  private Optional<ReleaseVersion> bound(Line line) {
    String value = line.value().strip();
    try {
      ReleaseVersion version = new ReleaseVersion(value);
      if (value.split("\\.", 0).length > PARTS_OF_A_BOUND) {
        add(
            LintRule.RELEASE_BOUND_CUT,
            line,
            value + " counts as " + version.firstThreeParts(),
            "Write " + version.firstThreeParts());
      }
      return Optional.of(version.firstThreeParts());
    } catch (IllegalArgumentException e) {
      add(
          LintRule.RELEASE_BOUND_INVALID,
          line,
          quoted(value) + " is no release version",
          "Write whole numbers between dots, such as 7.4.0");
      return Optional.empty();
    }
  }

  private void checkShareBounds() {
    Consumer<Line> lost =
        line ->
            add(
                LintRule.SHARE_BOUNDS_LOST,
                line,
                "the module bounds Share by " + line.key() + " alone",
                "Set " + REPO_MIN + " and " + REPO_MAX + " to the same versions as well");
    if (value(REPO_MIN).isEmpty() && value(REPO_MAX).isEmpty()) {
      value(SHARE_MIN).or(() -> value(SHARE_MAX)).ifPresent(lost);
    }
  }
}
