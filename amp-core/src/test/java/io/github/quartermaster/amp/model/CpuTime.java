package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time that does not grow with what else the machine has to do. */
final class CpuTime {

  private CpuTime() {}

  static void assertAtMost(Duration limit, Runnable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(Duration.ofNanos(after - before)).isLessThan(limit);
  }
}
