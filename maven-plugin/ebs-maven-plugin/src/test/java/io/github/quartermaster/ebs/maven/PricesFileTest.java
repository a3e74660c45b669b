package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.Prices;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesFileTest {
  @TempDir Path folder;

  @Test
  void prices_of_the_file_count() throws Exception {
    assertThat(read("storedGibMonth=0.05\ntransferredGib = 0.03 \nchangedShare=1\ncurrency=EUR\n"))
        .isEqualTo(
            new Prices(new BigDecimal("0.05"), new BigDecimal("0.03"), BigDecimal.ONE, "EUR"));
  }

  @Test
  void what_the_file_does_not_say_is_as_usual() throws Exception {
    assertThat(read("# nothing\n")).isEqualTo(Prices.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          storedGibMonth=cheap | storedGibMonth is 'cheap', which is no number from 0 on
          transferredGib=-1    | transferredGib is '-1', which is no number from 0 on
          changedShare=1.5     | changedShare is 1.5, which is not from 0 to 1
          storedGib=1          | storedGib is not one of storedGibMonth, transferredGib, changedShare,
          """)
  void mistake_is_named_with_file_and_key(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to read the prices in my.prices; " + message)
        .hasMessageEndingWith("(parameter <pricesFile>, -Debs.pricesFile)");
  }

  @Test
  void file_that_is_not_there_is_named() {
    assertThatThrownBy(
            () -> PricesFile.read(folder.resolve("none"), "none", EbsMojo.hint("pricesFile")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("tried to read the prices in none; java.nio.file.NoSuchFile");
  }

  private Prices read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("my.prices"), text);
    return PricesFile.read(file, "my.prices", EbsMojo.hint("pricesFile"));
  }
}
