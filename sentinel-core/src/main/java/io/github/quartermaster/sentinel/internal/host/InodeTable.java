package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks {@code df -iP}: Java has no {@code statvfs}, and OSHI without native code says 0 of 0. Only
 * file systems that have just answered are named to it, so that it does not hang.
 */
final class InodeTable {
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final Pattern ROW =
      Pattern.compile(".*?\\s(\\d+)\\s+(\\d+)\\s+\\d+\\s+(?:\\d+%|-)\\s+(/[^\\x00]*)");

  private InodeTable() {}

  /** What {@code df} says within the time; nothing where there is none, or it says nothing. */
  static Map<Path, Inodes> ask(List<String> command, List<Path> paths, Duration timeout)
      throws InterruptedException {
    if (paths.isEmpty()) {
      return Map.of();
    }
    List<String> words = new ArrayList<>(command);
    paths.forEach(path -> words.add(path.toString()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(false);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    Process df;
    try {
      df = builder.start();
    } catch (IOException e) {
      return Map.of();
    }
    try {
      HangingCall<String> answer = HangingCall.start("df -i", () -> read(df));
      return answer.await(timeout).map(text -> parse(text, paths)).orElse(Map.of());
    } catch (ExecutionException e) {
      return Map.of();
    } finally {
      df.destroyForcibly();
    }
  }

  private static String read(Process df) throws IOException, InterruptedException {
    df.getOutputStream().close();
    try (InputStream out = df.getInputStream()) {
      String text = new String(out.readNBytes(LONGEST_ANSWER), Charset.defaultCharset());
      df.waitFor(1, TimeUnit.SECONDS);
      return text;
    }
  }

  /** Rows come in the order of the paths; a path within a file system gets the row of its mount. */
  static Map<Path, Inodes> parse(String text, List<Path> paths) {
    List<Matcher> rows = text.lines().map(ROW::matcher).filter(Matcher::matches).toList();
    Map<Path, Inodes> byPath = new LinkedHashMap<>();
    for (Path path : paths) {
      rows.stream()
          .filter(row -> path.startsWith(Path.of(row.group(3))))
          .max((a, b) -> Integer.compare(a.group(3).length(), b.group(3).length()))
          .ifPresent(row -> put(byPath, path, row));
    }
    return byPath;
  }

  private static void put(Map<Path, Inodes> byPath, Path path, Matcher row) {
    KernelFile.toNumber(row.group(1))
        .filter(total -> total > 0)
        .ifPresent(
            total ->
                byPath.put(path, new Inodes(total, KernelFile.toNumber(row.group(2)).orElse(0L))));
  }
}
