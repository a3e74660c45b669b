package io.github.quartermaster.sentinel.internal.read.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Range;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of(
          "B", 1L,
          "KiB", 1024L,
          "MiB", 1024L * 1024,
          "GiB", 1024L * 1024 * 1024,
          "TiB", 1024L * 1024 * 1024 * 1024,
          "KB", 1000L,
          "MB", 1000_000L,
          "GB", 1000_000_000L,
          "TB", 1000_000_000_000L);

  @Property
  void time_is_so_many_of_its_unit(
      @ForAll @IntRange(max = 36_500) int count, @ForAll @From("times") String unit) {
    Duration expected = TIMES.getOrDefault(unit, Duration.ZERO).multipliedBy(count);

    assertThat(Units.duration(count + unit)).contains(expected);
    assertThat(Units.duration(count + " " + unit)).contains(expected);
    assertThat(Units.in("s", count + unit, false)).contains(expected.toMillis() / 1000.0);
  }

  @Property
  void size_is_so_many_of_its_unit(
      @ForAll @LongRange(max = 1_000_000) long count, @ForAll @From("sizes") String unit) {
    long expected = count * SIZES.getOrDefault(unit, 0L);

    assertThat(Units.size(count + unit)).contains(expected);
    assertThat(Units.in("B", count + unit, false)).contains((double) expected);
  }

  @ParameterizedTest
  @CsvSource({"0,PT0S", "1.5s,PT1.5S", "0.25h,PT15M", "36500d,PT876000H", "2.0005ms,PT0.0020005S"})
  void times(String text, Duration expected) {
    assertThat(Units.duration(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "5", "s", "-1s", "5S", "5sec", "1e3s", "1h30m", "36501d", "5  s", " 5s", "NaNs"
      })
  void what_is_no_time(String text) {
    assertThat(Units.duration(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "512,512",
    "1.5KiB,1536",
    "1.9B,1",
    "1kB,1000",
    "8000000TiB,8796093022208000000"
  })
  void sizes(String text, long expected) {
    assertThat(Units.size(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1K", "1G", "1kib", "9000000TiB", "1e9", "999999999999999TB"})
  void what_is_no_size(String text) {
    assertThat(Units.size(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "80,%,true,80",
    "80%,%,true,80",
    "80,%,false,80:",
    "-5,,true,~:-5",
    "500ms,s,true,~:0.5",
    "14d,s,false,1209600:",
    "1GiB,B,false,1073741824:",
    "10:20,%,true,10:20",
    "10%:20%,%,true,10:20",
    "@10:20,,true,@10:20",
    "@5,,true,@5",
    "~:5,,true,~:5",
    "~:5,,false,~:5",
    "10:,,true,10:",
    ":7,,true,7",
    "500ms:2s,s,true,0.5:2",
    "1:2,s,true,1:2",
    "-10:10,,true,-10:10"
  })
  void limits_are_ranges_in_the_unit_of_their_parameter(
      String text, String unit, boolean upper, String expected) {
    Range range = Limits.parse(text, unit == null ? "" : unit, upper).orElseThrow();
    // a lone number above is bad, while that of Nagios begins at 0
    Range wanted =
        expected.matches("\\d+") && !text.startsWith(":")
            ? Range.atMost(Double.parseDouble(expected))
            : Range.parse(expected).orElseThrow();

    assertThat(range).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "80s,%",
    "80%,''",
    "500,s",
    "20:10,''",
    "@,''",
    "a:b,''",
    "1:2:3,''",
    "@@1,''",
    "~,''",
    "10:~,''",
    "NaN,''",
    "Infinity,''",
    "''  ,''",
    "1 0,''",
    "5 : 6,''"
  })
  void what_is_no_limit(String text, String unit) {
    assertThat(Limits.parse(text, unit, true)).isEmpty();
  }

  @Property
  void range_of_nagios_comes_back_as_it_was_written(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double other,
      @ForAll boolean inverted) {
    Range range =
        new Range(
            Math.floor(Math.min(one, other)) + 0.0,
            Math.ceil(Math.max(one, other)) + 0.0,
            inverted);

    assertThat(Limits.parse(nagios(range), "", true)).contains(range);
  }

  @ParameterizedTest
  @CsvSource({
    "70,95,false",
    "95,70,true",
    "80,80,false",
    "30:,5:,false",
    "5:,30:,true",
    "10:20,5:25,false",
    "5:25,10:20,true",
    "10:20,0:15,true",
    "0:5,~:20,false",
    "~:5,0:20,false",
    "@0:20,@5:10,false",
    "@5:10,@0:20,true",
    "@5:10,7,false"
  })
  void warning_comes_before_critical(String warning, String critical, boolean worse) {
    assertThat(
            Limits.isWorse(
                Limits.parse(warning, "", true).orElseThrow(),
                Limits.parse(critical, "", true).orElseThrow()))
        .isEqualTo(worse);
  }

  @ParameterizedTest
  @CsvSource({
    "wran,warn,1",
    "warn,warn,0",
    "'',abc,3",
    "ca,abc,3",
    "kitten,sitting,3",
    "teh,the,1"
  })
  void distance_counts_slips(String one, String other, int expected) {
    assertThat(Suggestion.distance(one, other)).isEqualTo(expected);
    assertThat(Suggestion.distance(other, one)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10MBs,10MB",
    "10mib,10MiB",
    "10kb,10KB",
    "10 gigs,",
    "10k,10KiB",
    "10M,10MiB",
    "10MIB,10MiB"
  })
  void size_is_suggested_in_the_unit_that_was_meant(String text, @Nullable String suggested) {
    assertThat(Suggestion.readable(text, other -> Units.size(other).isPresent()).orElse(null))
        .isEqualTo(suggested);
  }

  @Property
  void what_is_suggested_can_be_read(@ForAll String text) {
    Suggestion.readable(text, other -> Units.duration(other).isPresent())
        .ifPresent(other -> assertThat(Units.duration(other)).isPresent());
  }

  @Provide
  Arbitrary<String> times() {
    return Arbitraries.of(TIMES.keySet());
  }

  @Provide
  Arbitrary<String> sizes() {
    return Arbitraries.of(SIZES.keySet());
  }

  private static String nagios(Range range) {
    return (range.inverted() ? "@" : "") + number(range.start()) + ":" + number(range.end());
  }

  private static String number(double value) {
    return Long.toString((long) value);
  }
}
