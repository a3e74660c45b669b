package io.github.quartermaster.amp.model;

import java.nio.file.Path;

/**
 * Something that is wrong with an AMP, said to those who make it.
 *
 * @param rule what kind it is; says why it matters
 * @param amp the AMP
 * @param file the file inside the AMP, or empty where it is about the AMP as a whole
 * @param line the line in that file, from 1; 0 where it is about no single line
 * @param subject what an allowance can name: a key, a path in the WAR, a bean, a namespace
 * @param message what is wrong; one sentence without a final stop
 * @param fix what to do about it; one sentence without a final stop
 */
public record Finding(
    LintRule rule, Path amp, String file, int line, String subject, String message, String fix) {

  /** How much it weighs. */
  public Severity severity() {
    return rule.severity();
  }

  /** Whether this alone makes the AMP bad. */
  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /** File and line as compilers print them; empty where it is about the AMP as a whole. */
  public String place() {
    return line > 0 ? file + ":" + line : file;
  }

  /** The finding in one line: rule, what, why, fix. */
  @Override
  public String toString() {
    String place = place();
    return rule
        + ": "
        + (place.isEmpty() ? "" : place + ": ")
        + message
        + "; "
        + rule.why()
        + ". "
        + fix;
  }
}
