package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values of the environment and of files in the place of {@code ${env:NAME}}, {@code
 * ${env:NAME:default}} and {@code ${file:/run/secrets/x}}. What it put in is never part of a
 * message. Two dollar signs before a brace stand for one, and nothing is put in there.
 */
final class Substitution {
  private static final int MOST_BYTES = 64 << 10;
  private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
  private static final Pattern VARIABLE =
      Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)(?::(.*))?", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("file:(.+)", Pattern.DOTALL);

  private final Map<String, String> environment;
  private final Findings findings;
  private final Set<String> hidden = new HashSet<>();

  /** Something to be said about a reference. */
  private static final class UnresolvedException extends Exception {
    private static final long serialVersionUID = 1;
    private final String remedy;
    private final boolean ofMachine;

    UnresolvedException(String what, String remedy, boolean ofMachine) {
      super(what);
      this.remedy = remedy;
      this.ofMachine = ofMachine;
    }
  }

  Substitution(Map<String, String> environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /** What was put in somewhere. */
  Set<String> hidden() {
    return hidden;
  }

  /** The value of a scalar; nothing, and a finding, where it refers to what is not there. */
  Optional<Value> resolve(YamlScalar scalar, String path) {
    String text = scalar.text();
    if (!text.contains("${")) {
      return Optional.of(new Value(text, false, scalar));
    }
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder resolved = new StringBuilder();
    boolean substituted = false;
    try {
      while (matcher.find()) {
        String value = "${";
        if (matcher.group(1) != null) {
          value = value(matcher.group(1), !matcher.group(2).isEmpty(), scalar);
          substituted = true;
          hidden.add(value);
        }
        matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
      }
    } catch (UnresolvedException e) {
      String what = "expected a value that can be put in, found " + e.getMessage();
      if (e.ofMachine) {
        findings.addOfMachine(CONFIG_INVALID, scalar.position(), path, what, e.remedy);
      } else {
        findings.add(CONFIG_INVALID, scalar.position(), path, what, e.remedy);
      }
      return Optional.empty();
    }
    return Optional.of(new Value(matcher.appendTail(resolved).toString(), substituted, scalar));
  }

  private String value(String reference, boolean closed, YamlScalar scalar)
      throws UnresolvedException {
    Matcher variable = VARIABLE.matcher(reference);
    if (closed && variable.matches()) {
      String value = environment.getOrDefault(variable.group(1), variable.group(2));
      if (value == null) {
        throw new UnresolvedException(
            "${env:" + variable.group(1) + "}, which is not set",
            "Set the variable "
                + variable.group(1)
                + ", or write ${env:"
                + variable.group(1)
                + ":...} with what holds without it",
            true);
      }
      return value;
    }
    Matcher file = FILE.matcher(reference);
    if (closed && file.matches()) {
      return content(file.group(1), scalar);
    }
    throw new UnresolvedException(
        "${ without env:NAME} or file:PATH} behind it",
        "Write ${env:NAME}, ${env:NAME:default} or ${file:PATH}; a ${ that is meant so is $${",
        false);
  }

  private static String content(String name, YamlScalar scalar) throws UnresolvedException {
    String shown = "${file:" + name + "}";
    try {
      Path file = Folder.of(scalar).resolve(name);
      // a device or a pipe might never end
      if (!Files.isRegularFile(file)) {
        throw new UnresolvedException(
            shown + ", where there is no regular file", "Check the name of the file", true);
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(MOST_BYTES + 1);
      }
      if (bytes.length > MOST_BYTES) {
        throw new UnresolvedException(
            shown + ", which is larger than " + (MOST_BYTES >> 10) + " KiB",
            "Check the name of the file",
            true);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // the line end that editors leave at the end of a file is no part of a password
      return text.endsWith("\n")
          ? text.substring(0, text.length() - 1).replaceAll("\r$", "")
          : text;
    } catch (CharacterCodingException e) {
      throw new UnresolvedException(shown + ", which is not UTF-8", "Save it as UTF-8", true);
    } catch (IOException | InvalidPathException e) {
      throw new UnresolvedException(
          shown + ", which cannot be read: " + e.getClass().getSimpleName(),
          "Check that this user may read it",
          true);
    }
  }
}
