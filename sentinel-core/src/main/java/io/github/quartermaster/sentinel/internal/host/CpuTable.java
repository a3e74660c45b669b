package io.github.quartermaster.sentinel.internal.host;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the first line of {@code /proc/stat} (proc(5)). OSHI gives the same numbers, but for 300 ms
 * the same ones again, which makes a short sample empty.
 */
final class CpuTable {
  private static final int IDLE = 3;
  private static final int IOWAIT = 4;
  private static final int STEAL = 7;

  /** What follows, guest and guest_nice, is already part of user and nice. */
  private static final int FIELDS = 8;

  private CpuTable() {}

  /** The time of all processors, where the file tells it. */
  static Optional<CpuTicks> read(Path stat) {
    return KernelFile.firstLine(stat).flatMap(CpuTable::parse);
  }

  /** {@code cpu user nice system idle iowait irq softirq steal guest guest_nice}. */
  private static Optional<CpuTicks> parse(String line) {
    if (!line.matches("cpu(\\s+\\d{1,18}){8,}")) {
      return Optional.empty();
    }
    long[] ticks =
        Arrays.stream(line.substring("cpu".length()).strip().split("\\s+", -1))
            .limit(FIELDS)
            .mapToLong(Long::parseLong)
            .toArray();
    long idle = ticks[IDLE] + ticks[IOWAIT];
    long busy = Arrays.stream(ticks).sum() - idle - ticks[STEAL];
    return Optional.of(new CpuTicks(busy, idle, ticks[IOWAIT], ticks[STEAL]));
  }
}
