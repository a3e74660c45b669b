package io.github.quartermaster.sentinel.internal.perfdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever comes, the parser gives an answer; what is well formed comes back as it was. */
class PluginOutputPropertyTest {

  @Property(tries = 500)
  void any_text_is_an_output(@ForAll String text) {
    assertThat(PluginOutput.parse(text).text()).doesNotContain("\n");
  }

  @Property(tries = 1000)
  void any_performance_data_is_survived_and_its_labels_are_not_blank(
      @ForAll("sloppy") String performance) {
    PerformanceData data = PerformanceDataParser.parse(performance);

    assertThat(data.values()).allSatisfy(value -> assertThat(value.label()).isNotBlank());
    assertThat(data.values()).allSatisfy(value -> assertThat(value.value()).isNotInfinite());
    assertThat(data.unreadable()).allSatisfy(piece -> assertThat(performance).contains(piece));
  }

  @Property(tries = 300)
  void something_broken_in_front_loses_nothing_behind_it(
      @ForAll("values") List<PerformanceValue> values) {
    PerformanceData data = PerformanceDataParser.parse("broken;1;2 " + written(values));

    assertThat(data.values()).isEqualTo(values);
    assertThat(data.unreadable()).containsExactly("broken;1;2");
  }

  @Property(tries = 500)
  void what_is_well_formed_comes_back(@ForAll("values") List<PerformanceValue> values) {
    PerformanceData data = PerformanceDataParser.parse(written(values));

    assertThat(data.values()).isEqualTo(values);
    assertThat(data.unreadable()).isEmpty();
  }

  @Property(tries = 200)
  void it_does_not_matter_on_which_lines_it_stands(
      @ForAll("values") List<PerformanceValue> first,
      @ForAll("values") List<PerformanceValue> last) {
    String output = "text|" + written(first) + "\nlong\nlonger|" + written(last) + "\n";

    List<PerformanceValue> all = new ArrayList<>(first);
    all.addAll(last);
    assertThat(PluginOutput.parse(output).performance().values()).isEqualTo(all);
  }

  @Provide
  Arbitrary<String> sloppy() {
    return Arbitraries.of(
            "a", "'", "''", "=", ";", " ", "1", "2.5", ",", "U", "%", "-", "e", "~", "@", ":", "|")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<PerformanceValue>> values() {
    Arbitrary<String> label =
        Arbitraries.strings()
            .withChars("abz09_/:'. %")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(text -> "l" + text.stripTrailing());
    Arbitrary<Double> number = Arbitraries.doubles().between(-1e6, 1e6).ofScale(3);
    Arbitrary<String> range = Arbitraries.of("", "10", "10:", "~:10", "10:20", "@10:20");
    Arbitrary<@Nullable Double> bound = number.injectNull(0.5);
    Arbitrary<PerformanceValue> value =
        Combinators.combine(
                label,
                number,
                Arbitraries.of("", "s", "ms", "%", "B", "KB", "c"),
                range,
                range,
                bound,
                bound)
            .as(PerformanceValue::new);
    return value.list().ofMaxSize(5).filter(PluginOutputPropertyTest::noLabelTwice);
  }

  private static boolean noLabelTwice(List<PerformanceValue> values) {
    Set<String> labels = new LinkedHashSet<>();
    return values.stream().allMatch(value -> labels.add(value.label()));
  }

  /** In the strict form, as the guidelines have it. */
  private static String written(List<PerformanceValue> values) {
    List<String> items = new ArrayList<>();
    for (PerformanceValue value : values) {
      items.add(
          "'"
              + value.label().replace("'", "''")
              + "'="
              + plain(value.value())
              + value.unit()
              + ";"
              + value.warning()
              + ";"
              + value.critical()
              + ";"
              + plain(value.min())
              + ";"
              + plain(value.max()));
    }
    return String.join(" ", items);
  }

  private static String plain(@Nullable Double number) {
    return number == null ? "" : new java.math.BigDecimal(number.toString()).toPlainString();
  }
}
