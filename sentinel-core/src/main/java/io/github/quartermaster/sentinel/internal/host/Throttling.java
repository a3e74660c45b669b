package io.github.quartermaster.sentinel.internal.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often a container was held back because it had used up its share of the processors, since it
 * started (kernel documentation, scheduler/sched-bwc.rst and cgroup-v2.rst).
 *
 * @param periods in which it wanted to run
 * @param throttled those of them in which it was stopped
 */
public record Throttling(long periods, long throttled) {
  /** What happened since an earlier look. */
  public Throttling since(Throttling earlier) {
    return new Throttling(
        Math.max(0, periods - earlier.periods), Math.max(0, throttled - earlier.throttled));
  }

  /** The groups of this process that have a limit; the one that was stopped most often. */
  static Optional<Throttling> of(Path cgroups, Path ownCgroup) {
    List<Throttling> found = new ArrayList<>();
    for (String line : KernelFile.linesIfAny(ownCgroup)) {
      // hierarchy:controllers:path
      String[] fields = line.split(":", 3);
      if (fields.length < 3) {
        continue;
      }
      List<String> controllers = List.of(fields[1].split(",", -1));
      boolean version2 = fields[1].isEmpty();
      if (version2 || controllers.contains("cpu")) {
        Path root = version2 ? cgroups : cgroups.resolve("cpu");
        Path group = root.resolve(fields[2].replaceFirst("^/+", "")).normalize();
        for (; group != null && group.startsWith(root); group = group.getParent()) {
          read(group.resolve("cpu.stat")).ifPresent(found::add);
        }
      }
    }
    return found.stream()
        .filter(group -> group.periods > 0)
        .max((a, b) -> Long.compare(a.throttled, b.throttled));
  }

  private static Optional<Throttling> read(Path stat) {
    Map<String, Long> values =
        KernelFile.linesIfAny(stat).stream()
            .map(line -> line.split(" ", 2))
            .filter(words -> words.length == 2)
            .collect(
                Collectors.toMap(
                    words -> words[0],
                    words -> KernelFile.toNumber(words[1].strip()).orElse(0L),
                    (a, b) -> a));
    return values.containsKey("nr_periods")
        ? Optional.of(
            new Throttling(
                values.getOrDefault("nr_periods", 0L), values.getOrDefault("nr_throttled", 0L)))
        : Optional.empty();
  }
}
