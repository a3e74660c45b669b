package io.github.quartermaster.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that remembers its lines, each after its level. */
public final class RecordingLog extends SystemStreamLog {
  private final List<String> lines = new ArrayList<>();

  /** The lines, those for debugging among them. */
  public List<String> lines() {
    return lines;
  }

  /** All that a user sees without asking for more. */
  public String text() {
    return String.join("\n", lines.stream().filter(line -> !line.startsWith("debug ")).toList());
  }

  @Override
  public void debug(CharSequence content) {
    lines.add("debug " + content);
  }

  @Override
  public void info(CharSequence content) {
    lines.add("info " + content);
  }

  @Override
  public void warn(CharSequence content) {
    lines.add("warn " + content);
  }

  @Override
  public void error(CharSequence content) {
    lines.add("error " + content);
  }
}
