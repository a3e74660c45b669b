package io.github.quartermaster.sentinel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "97, %, 97 %",
    "7.5555, '', 7.56",
    "5000, '', 5000",
    "0.0994, s, 99.4 ms",
    "0, s, 0 s",
    "2.5, s, 2.5 s",
    "512, B, 512 B",
    "1536, B, 1.5 KiB",
    "1048575, B, 1 MiB",
    "1e20, '', 1.00e+20",
    "NaN, %, not known",
    "Infinity, '', infinite"
  })
  void value_is_written_in_the_unit_that_people_read(double value, String unit, String text) {
    assertThat(new Quantity(value, unit)).hasToString(text);
  }
}
