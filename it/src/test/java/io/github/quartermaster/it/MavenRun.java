package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One run of Maven and what it printed.
 *
 * @param maven which Maven
 * @param folder where it ran
 * @param arguments goals and options as a user types them
 * @param outcome exit code, output and time
 */
record MavenRun(Maven maven, Path folder, List<String> arguments, Command.Outcome outcome) {

  MavenRun succeeds() {
    assertThat(outcome.exitCode()).as("exit code of %s", this).isZero();
    return this;
  }

  MavenRun fails() {
    assertThat(outcome.exitCode()).as("exit code of %s", this).isNotZero();
    return this;
  }

  /**
   * Holds that each line is printed, in this order; other lines may stand between them. Spaces at
   * the ends and their number within do not matter, and {@code …} stands for anything within a
   * line.
   */
  MavenRun prints(List<String> lines) {
    List<String> output = output().lines().toList();
    int next = 0;
    for (String line : lines) {
      Pattern wanted = pattern(line);
      int at = next;
      while (at < output.size() && !wanted.matcher(output.get(at)).find()) {
        at++;
      }
      if (at == output.size()) {
        fail("not printed (any more after line %d): \"%s\"%nby %s", next, line, this);
      }
      next = at + 1;
    }
    return this;
  }

  MavenRun prints(String... lines) {
    return prints(List.of(lines));
  }

  MavenRun doesNotPrint(String text) {
    assertThat(output()).as("output of %s", this).doesNotContain(text);
    return this;
  }

  String output() {
    return outcome.output();
  }

  private static Pattern pattern(String line) {
    StringBuilder pattern = new StringBuilder();
    for (String word : line.strip().split("\\s+")) {
      pattern.append(pattern.isEmpty() ? "" : "\\s+");
      pattern.append(Pattern.quote(word).replace("…", "\\E.*\\Q"));
    }
    return Pattern.compile(pattern.toString());
  }

  @Override
  public String toString() {
    return "%s %s in %s, which printed:%n%s"
        .formatted(maven, String.join(" ", arguments), folder, output());
  }
}
