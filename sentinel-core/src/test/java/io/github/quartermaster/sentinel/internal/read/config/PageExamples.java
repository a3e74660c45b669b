package io.github.quartermaster.sentinel.internal.read.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The examples of a page of the documentation that are whole configurations. */
final class PageExamples {
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private PageExamples() {}

  static List<String> of(Path page) throws IOException {
    return BLOCK
        .matcher(Files.readString(page))
        .results()
        .map(match -> match.group(1))
        .filter(text -> text.contains("sentinel: 1"))
        .toList();
  }

  /** The name of the file that its first line gives it: {@code # sentinel.yaml}. */
  static String name(String example) {
    return example.lines().findFirst().orElseThrow().substring("# ".length());
  }
}
