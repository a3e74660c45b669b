package io.github.quartermaster.sentinel.internal.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static final Path FILE = Path.of("a.yaml");

  @Test
  void every_value_knows_where_it_stands() throws Exception {
    assertThat(shown("a: 1\nb:\n  - x\n  - {c: 'y'}\n"))
        .isEqualTo("{a@1:1=1@1:4 b@2:1=[x@3:5 {c@4:6='y'@4:9}@4:5]@3:3}@1:1");
  }

  @Test
  void words_and_ranges_stay_what_was_written() throws Exception {
    assertThat(shown("[no, yes, on, 10:20, 12:30:45, 0777, 1.10, 80%]"))
        .isEqualTo(
            "[no@1:2 yes@1:6 on@1:11 10:20@1:15 12:30:45@1:22 0777@1:32 1.10@1:38 80%@1:44]@1:1");
  }

  @Test
  void json_is_yaml() throws Exception {
    assertThat(shown("{\"a\": [1, \"b\\u0041\"], \"c\": null}"))
        .isEqualTo("{a@1:2=[1@1:8 'bA'@1:11]@1:7 c@1:23=null@1:28}@1:1");
  }

  @Test
  void byte_order_mark_and_line_ends_of_windows_are_no_trouble() throws Exception {
    assertThat(shown("\uFEFFa: 1\r\nb: 2\r\n")).isEqualTo("{a@1:1=1@1:4 b@2:1=2@2:4}@1:1");
  }

  @Test
  void alias_stands_for_its_anchor() throws Exception {
    assertThat(shown("a: &x [1]\nb: *x\n")).isEqualTo("{a@1:1=[1@1:8]@1:4 b@2:1=[1@1:8]@1:4}@1:1");
  }

  @Test
  void nothing_is_told_from_a_text() throws Exception {
    YamlSequence list = (YamlSequence) read("[~, null, '', 'null', nil]");

    assertThat(list.items())
        .extracting(item -> ((YamlScalar) item).isNull())
        .containsExactly(true, true, false, false, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | 1:1  | it is empty
          '# only a comment'     | 1:17 | it is empty
          'a: 1\\na: 2'          | 2:1  | the name a is there twice
          '{a: 1, "a": 2}'       | 1:8  | the name a is there twice
          'a: !java.net.URL x'   | 1:4  | the tag !java.net.URL means nothing here
          'a: !!binary aGk='     | 1:4  | the tag tag:yaml.org,2002:binary means nothing here
          'a: !x [1]'            | 1:4  | the tag !x means nothing here
          '[a, b'                | 1:6  | while parsing a flow sequence, expected ',' or ']', but got <stream end>
          'a: *b'                | 1:4  | the alias *b has no finished anchor before it
          'a: &b [*b]'           | 1:8  | the alias *b has no finished anchor before it
          '? [a]\\n: b'          | 1:3  | a list or mapping stands where a name should
          'x: &x [1]\\n*x : b'   | 2:1  | an alias of a list stands where a name should
          'a: 1\\n---\\nb: 2'    | 2:1  | a second document begins
          'a: 1\\n\\tb: 2'       | 2:1  | while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
          'a: @10:20'            | 1:4  | while scanning for the next token, found character '@' that cannot start any token. (Do not use @ for indentation)
          """)
  void refusal_says_where_and_why(String text, String at, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("\\t", "\t")))
        .isInstanceOfSatisfying(
            YamlException.class,
            e -> {
              assertThat(e.position()).hasToString("a.yaml:" + at);
              assertThat(e).hasMessage(message);
              assertThat(e.remedy()).isNotBlank();
            });
  }

  @Test
  void refuses_what_is_not_utf_8_and_says_where() {
    assertThatThrownBy(() -> YamlReader.read(FILE, "a: 1\nb: \u00e9".getBytes(ISO_8859_1)))
        .hasMessage("a character is not written in UTF-8")
        .isInstanceOfSatisfying(
            YamlException.class, e -> assertThat(e.position()).hasToString("a.yaml:2:4"));
    assertThatThrownBy(() -> YamlReader.read(FILE, "a: 1".getBytes(UTF_16)))
        .hasMessage("it is UTF-16");
  }

  @Test
  void refuses_a_forbidden_character_and_says_where() {
    assertThatThrownBy(() -> read("a: 1\nb: x\u0007y"))
        .hasMessage("the character U+0007 is not allowed")
        .isInstanceOfSatisfying(
            YamlException.class, e -> assertThat(e.position()).hasToString("a.yaml:2:5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a:\n "})
  void depth_is_bounded(String opening) {
    assertThatThrownBy(() -> read(opening.repeat(200_000 / opening.length())))
        .isInstanceOf(YamlException.class);
  }

  @Test
  void aliases_do_not_multiply_without_bound() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String ten = ("*a" + (i - 1) + ", ").repeat(10);
      laughs.append("a" + i + ": &a" + i + " [" + ten + "]\n");
    }

    assertThatThrownBy(() -> read(laughs.toString()))
        .isInstanceOf(YamlException.class)
        .hasMessage("it has more than 100000 values");
  }

  @Test
  void aliases_do_not_nest_without_bound() {
    StringBuilder deep = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      deep.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }

    assertThatThrownBy(() -> read(deep.toString()))
        .isInstanceOf(YamlException.class)
        .hasMessage("it is nested deeper than 50 levels");
  }

  @Test
  void size_is_bounded() {
    assertThatThrownBy(() -> read("#".repeat(YamlReader.MOST_BYTES + 1)))
        .hasMessage("it is larger than 1 MiB");
  }

  @Property(tries = 500)
  void any_bytes_are_a_tree_or_a_refusal(@ForAll byte[] bytes) {
    try {
      assertThat(YamlReader.read(FILE, bytes)).isNotNull();
    } catch (YamlException e) {
      assertThat(e.position().line()).isPositive();
    }
  }

  private static YamlNode read(String text) throws YamlException {
    return YamlReader.read(FILE, text.getBytes(UTF_8));
  }

  private static String shown(String text) throws YamlException {
    return shown(read(text));
  }

  private static String shown(YamlNode node) {
    String at = "@" + node.position().line() + ":" + node.position().column();
    if (node instanceof YamlScalar scalar) {
      return (scalar.plain() ? scalar.text() : "'" + scalar.text() + "'") + at;
    }
    if (node instanceof YamlSequence sequence) {
      return sequence.items().stream()
              .map(YamlReaderTest::shown)
              .collect(Collectors.joining(" ", "[", "]"))
          + at;
    }
    return ((YamlMapping) node)
            .entries().stream()
                .map(
                    entry ->
                        entry.name()
                            + "@"
                            + entry.key().position().line()
                            + ":"
                            + entry.key().position().column()
                            + "="
                            + shown(entry.value()))
                .collect(Collectors.joining(" ", "{", "}"))
        + at;
  }
}
