package io.github.quartermaster.sentinel.internal.run.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The output of a plugin on one line. */
class PluginTextTest {
  @Property(tries = 500)
  void it_is_one_line_of_no_more_than_it_may_have(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 60) int most) {
    String escaped = PluginText.escaped(text, most);

    assertThat(escaped).doesNotContain("\n", "\r", "\0");
    assertThat(escaped.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(most);
  }

  @Property(tries = 500)
  void nagios_reads_what_was_meant(@ForAll String text) {
    String meant = text.replace('\r', ' ').replace('\0', ' ').strip();

    assertThat(unescaped(PluginText.escaped(text, Integer.MAX_VALUE)).strip()).isEqualTo(meant);
  }

  @Property(tries = 300)
  void no_escape_is_cut_in_two(@ForAll @IntRange(min = 0, max = 20) int most) {
    assertThat(PluginText.escaped("\\\\\\\n\n\\", most)).matches("(\\\\\\\\|\\\\n)*");
  }

  /** As {@code unescape_check_result_file_output} of Nagios does. */
  private static String unescaped(String text) {
    StringBuilder meant = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        meant.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        meant.append(c);
      }
    }
    return meant.toString();
  }
}
