package io.github.quartermaster.it;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A disk that only one process and its children see. */
final class SmallDisk {
  private SmallDisk() {}

  /** Whether this user may have one. */
  static boolean isPossible() {
    List<String> words = new ArrayList<>(List.of("unshare"));
    if (!"root".equals(System.getProperty("user.name"))) {
      words.add("--map-root-user");
    }
    words.addAll(List.of("--mount", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"));
    try {
      return Command.of(words).run(Duration.ofSeconds(10)).exitCode() == 0;
    } catch (UncheckedIOException e) {
      // no Linux
      return false;
    }
  }
}
