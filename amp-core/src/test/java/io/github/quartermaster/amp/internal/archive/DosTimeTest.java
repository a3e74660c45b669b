package io.github.quartermaster.amp.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DosTimeTest {
  @Test
  void times_are_kept_to_two_seconds() {
    LocalDateTime odd = LocalDateTime.of(2026, 11, 22, 23, 59, 59);
    assertThat(DosTime.of(odd).toLocalDateTime()).isEqualTo(odd.minusSeconds(1));
  }

  @Test
  void an_instant_is_shown_in_utc() {
    assertThat(DosTime.ofUtc(Instant.parse("2026-03-29T01:30:00Z")).toLocalDateTime())
        .isEqualTo(LocalDateTime.of(2026, 3, 29, 1, 30));
  }

  @Test
  void times_outside_of_the_format_move_to_its_ends() {
    assertThat(DosTime.ofUtc(Instant.EPOCH).toLocalDateTime())
        .isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
    assertThat(DosTime.of(LocalDateTime.MAX).toLocalDateTime())
        .isEqualTo(LocalDateTime.of(2107, 12, 31, 23, 59, 58));
  }

  @Property
  void any_bits_are_some_time(@ForAll int packed) {
    LocalDateTime time = new DosTime(packed).toLocalDateTime();
    assertThat(DosTime.of(time).toLocalDateTime()).isEqualTo(time);
  }
}
