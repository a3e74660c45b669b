package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.model.BlockPrices;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.maven.ParameterHint;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The user's own prices: a properties file of which each line is optional.
 *
 * @param shown the file as messages name it
 * @param values what it says
 */
record PricesFile(String shown, Properties values, ParameterHint parameter) {
  private static final String STORED = "storedGibMonth";
  private static final String TRANSFERRED = "transferredGib";
  private static final String CHANGED = "changedShare";
  private static final String LISTS = "thousandBlockLists";
  private static final String BLOCKS = "thousandBlocks";
  private static final String CURRENCY = "currency";
  private static final List<String> KEYS =
      List.of(STORED, TRANSFERRED, CHANGED, LISTS, BLOCKS, CURRENCY);

  /**
   * Reads the file.
   *
   * @throws MojoExecutionException if it cannot be read or understood
   */
  static Prices read(Path file, String shown, ParameterHint parameter)
      throws MojoExecutionException {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException failure) {
      throw new MojoExecutionException(
          "tried to read the prices in "
              + shown
              + "; "
              + failure
              + ". Name a properties file "
              + parameter,
          failure);
    }
    return new PricesFile(shown, values, parameter).prices();
  }

  private Prices prices() throws MojoExecutionException {
    TreeSet<String> unknown = new TreeSet<>(values.stringPropertyNames());
    KEYS.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw wrong(unknown.first(), "is not one of " + String.join(", ", KEYS));
    }
    Prices defaults = Prices.DEFAULTS;
    BigDecimal share = number(CHANGED, defaults.changedShare());
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw wrong(CHANGED, "is " + share + ", which is not from 0 to 1");
    }
    return new Prices(
        number(STORED, defaults.storedGibMonth()),
        number(TRANSFERRED, defaults.transferredGib()),
        share,
        new BlockPrices(
            number(LISTS, defaults.blockReads().thousandLists()),
            number(BLOCKS, defaults.blockReads().thousandBlocks())),
        values.getProperty(CURRENCY, defaults.currency()).strip());
  }

  private BigDecimal number(String key, BigDecimal otherwise) throws MojoExecutionException {
    String text = values.getProperty(key);
    if (text == null) {
      return otherwise;
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      if (number.signum() >= 0) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    throw wrong(key, "is '" + text + "', which is no number from 0 on, such as 0.05");
  }

  private MojoExecutionException wrong(String key, String what) {
    return new MojoExecutionException(
        "tried to read the prices in "
            + shown
            + "; "
            + key
            + " "
            + what
            + ". Correct the line "
            + parameter);
  }
}
