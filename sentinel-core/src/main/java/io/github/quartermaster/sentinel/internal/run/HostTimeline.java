package io.github.quartermaster.sentinel.internal.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The machine's time. On Linux the kernel says how long the machine runs, times of sleep included;
 * elsewhere that is known within this process only. Safe for use by several threads.
 */
public final class HostTimeline implements Timeline {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  private final Clock clock;
  private final String process = "process " + UUID.randomUUID();
  private final long begun = System.nanoTime();

  /** Takes the date from a clock. */
  public HostTimeline(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Uptime uptime() {
    try {
      String seconds = Files.readString(UPTIME).split(" ", 2)[0];
      long nanos = new BigDecimal(seconds).movePointRight(9).longValueExact();
      return new Uptime(Files.readString(BOOT).strip(), Duration.ofNanos(nanos));
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      // no Linux
      return new Uptime(process, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
