package io.github.quartermaster.sentinel.internal.perfdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where plugins put text and performance data, and how sloppy they are. */
class PluginOutputTest {

  @Test
  void performance_data_of_the_first_line_is_found() {
    PluginOutput output = PluginOutput.parse("USERS OK - 0 users |users=0;5;10;0\n");

    assertThat(output.text()).isEqualTo("USERS OK - 0 users");
    assertThat(output.performance().values())
        .containsExactly(new PerformanceValue("users", 0, "", "5", "10", 0.0, null));
  }

  @Test
  void performance_data_at_the_end_of_the_last_line_is_found() {
    PluginOutput output =
        PluginOutput.parse(
            "[WARNING] - disk\n\t\\_[OK] - root\n\t\\_[WARNING] - var|'/'=1B;2;3;0;4 '/var'=5B\n");

    assertThat(output.text()).isEqualTo("[WARNING] - disk");
    assertThat(output.longText()).containsExactly("\t\\_[OK] - root", "\t\\_[WARNING] - var");
    assertThat(labels(output)).containsExactly("/", "/var");
  }

  @Test
  void performance_data_of_first_and_last_lines_is_one() {
    PluginOutput output = PluginOutput.parse("text | a=1\nmore\nlast | b=2\nc=3 d=4\n'e e'=5");

    assertThat(output.longText()).containsExactly("more", "last");
    assertThat(labels(output)).containsExactly("a", "b", "c", "d", "e e");
  }

  @Test
  void nothing_at_all_is_an_output() {
    PluginOutput output = PluginOutput.parse("");

    assertThat(output.text()).isEmpty();
    assertThat(output.longText()).isEmpty();
    assertThat(output.performance().values()).isEmpty();
  }

  @Test
  void quotes_in_quoted_labels_are_doubled() {
    assertThat(labels(PluginOutput.parse("x|'it''s a label'=1 '''q'''=2")))
        .containsExactly("it's a label", "'q'");
  }

  @Test
  void undetermined_value_is_no_number() {
    PerformanceValue value = only("time=U;1;2");

    assertThat(value.value()).isNaN();
    assertThat(value.warning()).isEqualTo("1");
  }

  @Test
  void ranges_are_kept_as_printed() {
    PerformanceValue value = only("procs=176c;@1:300;~:500;0;");

    assertThat(value.unit()).isEqualTo("c");
    assertThat(value.warning()).isEqualTo("@1:300");
    assertThat(value.critical()).isEqualTo("~:500");
    assertThat(value.min()).isZero();
    assertThat(value.max()).isNull();
  }

  @Test
  void decimal_commas_are_points() {
    PerformanceValue value = only("time=6,049s;1,5;2,5;0,0;10,0");

    assertThat(value.value()).isEqualTo(6.049);
    assertThat(value.unit()).isEqualTo("s");
    assertThat(value.critical()).isEqualTo("2.5");
    assertThat(value.max()).isEqualTo(10);
  }

  @Test
  void exponents_signs_and_odd_units_are_read() {
    assertThat(only("a=-1.5e-05Gb").value()).isEqualTo(-1.5e-05);
    assertThat(only("a=-1.5e-05Gb").unit()).isEqualTo("Gb");
    assertThat(only("fan=+1200rpm;;").unit()).isEqualTo("rpm");
    assertThat(only("p=.5%").value()).isEqualTo(0.5);
    assertThat(only("size=3EB").unit()).isEqualTo("EB");
  }

  @Test
  void labels_with_blanks_and_no_quotes_are_read() {
    assertThat(only("Memory usage=19730.51Mb;1;2").label()).isEqualTo("Memory usage");
  }

  @Test
  void blanks_around_the_equals_sign_do_no_harm() {
    PluginOutput output = PluginOutput.parse("x|cpu = 5%;10;20 'mem'= 7");

    assertThat(labels(output)).containsExactly("cpu", "mem");
    assertThat(output.performance().unreadable()).isEmpty();
  }

  @Test
  void broken_pieces_are_kept_and_the_others_read() {
    PluginOutput output = PluginOutput.parse("x|a= b=2 c=zzz;1 d=4 'no end=1;2 5;6;7 e=8");

    assertThat(labels(output)).containsExactly("b", "d");
    assertThat(output.performance().unreadable())
        .containsExactly("a=", "c=zzz;1", "'no end=1;2 5;6;7 e=8");
  }

  @Test
  void thresholds_of_a_broken_piece_do_not_become_a_label() {
    PluginOutput output = PluginOutput.parse("x|garbage;5;10 load=3 =7 junk 'q'=1");

    assertThat(labels(output)).containsExactly("load", "q");
    assertThat(output.performance().unreadable()).containsExactly("garbage;5;10", "=7", "junk");
  }

  @Test
  void what_is_no_finite_number_is_broken() {
    PluginOutput output = PluginOutput.parse("x|a=1e999 b=1.2.3 c=5-10 d=0x1f e=1");

    assertThat(labels(output)).contains("e").doesNotContain("a", "b", "c");
  }

  private static PerformanceValue only(String performance) {
    List<PerformanceValue> values =
        PluginOutput.parse("text|" + performance).performance().values();
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static List<String> labels(PluginOutput output) {
    return output.performance().values().stream().map(PerformanceValue::label).toList();
  }
}
