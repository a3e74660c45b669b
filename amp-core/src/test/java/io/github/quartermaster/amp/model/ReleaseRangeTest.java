package io.github.quartermaster.amp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRangeTest {

  @ParameterizedTest
  @CsvSource({
    "6.0, 7.2, 5.2.7, false",
    "6.0, 7.2, 6, true",
    "6.0, 7.2, 7.2.0, true",
    "6.0, 7.2, 7.2.1, false",
    "7.2, 7.2.0, 7.2, true",
    "7.2.0, 7.2, 7.2, true"
  })
  void both_ends_belong_to_the_range(String min, String max, String release, boolean contained) {
    assertThat(range(min, max).contains(new ReleaseVersion(release))).isEqualTo(contained);
  }

  @Test
  void without_bounds_every_release_up_to_999_fits() {
    assertThat(ReleaseRange.DEFAULT).hasToString("0 to 999");
    assertThat(ReleaseRange.DEFAULT.contains(new ReleaseVersion("0.0"))).isTrue();
    assertThat(ReleaseRange.DEFAULT.contains(new ReleaseVersion("26.3"))).isTrue();
    assertThat(ReleaseRange.DEFAULT.contains(new ReleaseVersion("1000"))).isFalse();
  }

  @Test
  void maximum_below_the_minimum_is_refused() {
    assertThatThrownBy(() -> range("7.4", "7.3.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tried to read a range of releases; its maximum '7.3.9' is older than its minimum"
                + " '7.4'. Swap them, or correct the one that is wrong");
  }

  private static ReleaseRange range(String min, String max) {
    return new ReleaseRange(new ReleaseVersion(min), new ReleaseVersion(max));
  }
}
