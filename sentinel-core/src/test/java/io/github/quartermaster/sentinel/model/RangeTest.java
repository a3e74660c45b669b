package io.github.quartermaster.sentinel.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
  @ParameterizedTest
  @CsvSource({
    "10, -1, true",
    "10, 0, false",
    "10, 10, false",
    "10, 10.1, true",
    "10:, 9, true",
    "10:, 10, false",
    "10:, 1e9, false",
    "~:10, -99, false",
    "~:10, 11, true",
    "10:20, 9, true",
    "10:20, 15, false",
    "10:20, 21, true",
    "@10:20, 10, true",
    "@10:20, 20, true",
    "@10:20, 9, false",
    ":10, -1, true",
    "5:5, 5, false",
    "5:5, 6, true",
    "~:, -1e9, false"
  })
  void alerts_as_the_guidelines_of_nagios_plugins_say(String range, double value, boolean alerts) {
    assertThat(Range.parse(range).orElseThrow().alertsOn(value)).isEqualTo(alerts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "abc", "20:10", "10:20:30", "@", "~", "1,5", "10 20", "--1"})
  void what_is_no_range_is_refused(String text) {
    assertThat(Range.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "10:", "~:10", "10:20", "@10:20", "~:", "-5:5", "0.5"})
  void is_written_as_it_is_read(String text) {
    assertThat(Range.parse(text)).map(Range::toString).contains(text);
  }

  @Test
  void a_colon_alone_is_everything_from_zero_on() {
    assertThat(Range.parse(":")).map(Range::toString).contains("0:");
    assertThat(Range.parse("0:")).map(Range::toString).contains("0:");
  }

  @Property
  void any_text_is_a_range_or_nothing(@ForAll String text) {
    Range.parse(text).ifPresent(range -> assertThat(Range.parse(range.toString())).contains(range));
  }
}
