package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArchiveLimitsTest {
  @Test
  void the_defaults_let_the_largest_wars_pass_ten_times_over() {
    assertThat(ArchiveLimits.DEFAULTS.maxEntries()).isGreaterThanOrEqualTo(10 * 15_000);
    assertThat(ArchiveLimits.DEFAULTS.maxTotalBytes()).isGreaterThan(10 * (4L << 30));
    assertThat(ArchiveLimits.DEFAULTS.maxEntryBytes()).isGreaterThan(4L << 30);
  }

  @Test
  void limits_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new ArchiveLimits(0, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ArchiveLimits(1, 1, 1, 1, 1, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ArchiveLimits(1, 1, 70_000, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65,535");
  }
}
