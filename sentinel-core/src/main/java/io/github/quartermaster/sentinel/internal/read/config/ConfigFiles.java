package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_MALFORMED;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNKNOWN_KEY;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNREADABLE;

import io.github.quartermaster.sentinel.internal.yaml.YamlException;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.internal.yaml.YamlReader;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.model.Parameter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a configuration file with those that it includes and lays them over one another: a file
 * holds over what it includes, and of its includes a later one over an earlier one.
 */
final class ConfigFiles {
  static final String VERSION = "sentinel";
  static final String DEFAULTS = "defaults";
  static final String INCLUDE = "include";
  static final String CHECKS = "checks";
  static final Set<String> KEYS =
      Stream.of(
              Set.of(VERSION, DEFAULTS, INCLUDE, CHECKS),
              HealingSection.KEYS,
              SourcesSection.KEYS,
              OutputsSection.KEYS,
              WatchSection.KEYS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final int MOST_FILES = 100;
  static final Parameter INCLUDES =
      Parameter.optional(
          INCLUDE, Parameter.Type.TEXTS, "files with further checks, relative to this file");

  private final Substitution substitution;
  private final Findings findings;
  private final Deque<Path> reading = new ArrayDeque<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private int reads;

  ConfigFiles(Substitution substitution, Findings findings) {
    this.substitution = substitution;
    this.findings = findings;
  }

  /** What a file and its includes say; nothing where it cannot be read at all. */
  Optional<YamlMapping> read(Path file) {
    return read(file, new YamlPosition(file, 0, 0), "");
  }

  /** The files that were read, or should have been, each once. */
  Set<Path> files() {
    return Collections.unmodifiableSet(files);
  }

  /** What bytes say that are no file. */
  Optional<YamlMapping> read(Path name, byte[] bytes) {
    try {
      return understand(YamlReader.read(name, bytes));
    } catch (YamlException e) {
      findings.add(CONFIG_MALFORMED, e.position(), "", "no YAML, " + e.getMessage(), e.remedy());
      return Optional.empty();
    }
  }

  private Optional<YamlMapping> read(Path file, YamlPosition at, String path) {
    Path identity = identity(file);
    if (reading.contains(identity)) {
      findings.add(
          CONFIG_INVALID,
          at,
          path,
          "expected includes that come to an end, found "
              + file
              + ", which is being included by "
              + reading.stream().map(Path::toString).collect(Collectors.joining(", by ")),
          "Remove one of these includes");
      return Optional.empty();
    }
    if (++reads > MOST_FILES) {
      findings.add(
          CONFIG_INVALID,
          at,
          path,
          "expected at most " + MOST_FILES + " included files, found more",
          "Join some of them");
      return Optional.empty();
    }
    reading.push(identity);
    files.add(identity);
    try {
      return understand(YamlReader.read(file));
    } catch (YamlException e) {
      findings.add(CONFIG_MALFORMED, e.position(), "", "no YAML, " + e.getMessage(), e.remedy());
    } catch (IOException e) {
      findings.add(
          CONFIG_UNREADABLE,
          at,
          path,
          "tried to read " + file + "; " + reason(file, e),
          "Name a file that this user may read");
    } finally {
      reading.pop();
    }
    return Optional.empty();
  }

  private Optional<YamlMapping> understand(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          "",
          "expected sentinel: 1 and then checks:, found " + ValueReader.kind(node),
          "Begin the file with the line sentinel: 1");
      return Optional.empty();
    }
    refuseOtherVersions(mapping);
    refuseUnknownKeys(mapping);
    YamlMapping merged = new YamlMapping(List.of(), mapping.position());
    for (YamlMapping below : includes(mapping)) {
      merged = Merging.merge(merged, below);
    }
    return Optional.of(Merging.merge(merged, mapping));
  }

  private List<YamlMapping> includes(YamlMapping mapping) {
    Optional<YamlNode> include = mapping.entry(INCLUDE).map(YamlMapping.Entry::value);
    if (include.isEmpty()) {
      return List.of();
    }
    Optional<Object> names =
        new ValueReader(substitution, findings).read(INCLUDES, include.get(), INCLUDE);
    return names.stream()
        .flatMap(list -> ((List<?>) list).stream())
        .flatMap(name -> include(name.toString(), include.get()).stream())
        .toList();
  }

  private Optional<YamlMapping> include(String name, YamlNode at) {
    try {
      Path including = at.position().file();
      return read(including.resolveSibling(name).normalize(), at.position(), INCLUDE);
    } catch (InvalidPathException e) {
      findings.add(
          CONFIG_INVALID, at.position(), INCLUDE, "expected paths, found what is none", "Mend it");
      return Optional.empty();
    }
  }

  private void refuseOtherVersions(YamlMapping mapping) {
    Optional<YamlNode> version = mapping.entry(VERSION).map(YamlMapping.Entry::value);
    if (version.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          mapping.position(),
          VERSION,
          "the version of the format is missing",
          "Begin the file with the line sentinel: 1");
    } else if (!(version.get() instanceof YamlScalar scalar) || !scalar.text().equals("1")) {
      findings.add(
          CONFIG_INVALID,
          version.get().position(),
          VERSION,
          "expected 1, the version of the format, found another",
          "Write sentinel: 1, or use a newer Sentinel");
    }
  }

  private void refuseUnknownKeys(YamlMapping mapping) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        findings.add(
            CONFIG_UNKNOWN_KEY,
            entry.key().position(),
            entry.name(),
            "a configuration has no such key",
            Suggestion.among(entry.name(), KEYS, "What there can be"));
      }
    }
  }

  private static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // reading it will say what is wrong with it
      return file.toAbsolutePath().normalize();
    }
  }

  private static String reason(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read it";
    }
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
