package io.github.quartermaster.amp.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.quartermaster.amp.model.PropertiesText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertiesLinesTest {
  @Property(tries = 3000)
  void file_is_read_as_java_reads_it(@ForAll("texts") String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    PropertiesText ours = PropertiesLines.parse("x", bytes);
    Properties expected = new Properties();
    try {
      expected.load(new ByteArrayInputStream(bytes));
    } catch (IllegalArgumentException malformed) {
      assertThat(ours.malformedLine()).isPositive();
      return;
    }

    Properties found = new Properties();
    ours.lines().forEach(line -> found.setProperty(line.key(), line.value()));
    assertThat(ours.malformedLine()).isZero();
    assertThat(found).isEqualTo(expected);
    long lines = text.split("\r\n|\r|\n", -1).length;
    assertThat(ours.lines()).allMatch(line -> line.number() >= 1 && line.number() <= lines);
    assertThat(ours.lines().stream().map(PropertiesText.Line::number)).isSorted();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "b",
            "=",
            ":",
            " ",
            "\t",
            "\f",
            "\n",
            "\r",
            "\r\n",
            "\\",
            "\\\\",
            "#",
            "!",
            "\\u0041",
            "\\u00",
            "\\t",
            "\u00e4",
            "module.id",
            "\\\n",
            "\\\r\n  ")
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  @Example
  void entries_know_where_they_stand() {
    PropertiesText text =
        PropertiesLines.parse(
            "x",
            "# c\r\n\r\na=1\\\r\n  2\r\n \nb : 3\\\n#4\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(text.lines())
        .extracting(
            PropertiesText.Line::key, PropertiesText.Line::value, PropertiesText.Line::number)
        .containsExactly(tuple("a", "12", 3), tuple("b", "3#4", 6));
    assertThat(text.lines().get(0).raw()).containsExactly("a=1\\", "  2");
  }
}
