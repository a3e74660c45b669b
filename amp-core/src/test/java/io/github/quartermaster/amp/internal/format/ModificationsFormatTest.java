package io.github.quartermaster.amp.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.Modifications.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModificationsFormatTest {
  private static final String ORIGINAL =
      "WEB-INF/classes/alfresco/module/backup/0d0a8e04-c5b6-11f0-8de9-0242ac120002.bin";

  @Test
  void record_of_the_module_management_tool_is_understood() {
    Modifications record =
        parse(
            "add|/WEB-INF/lib/a.jar\n"
                + "update|/jsp/login.jsp|/"
                + ORIGINAL
                + "\nmkdir|/scripts/a/b\nmkdir|/scripts/a\n");

    assertThat(record.files())
        .isEqualTo(
            Map.of(
                "WEB-INF/lib/a.jar", new Change(null, null, 0),
                "jsp/login.jsp", new Change(ORIGINAL, null, 0)));
    assertThat(record.directories()).containsExactly("scripts/a", "scripts/a/b");
  }

  @Test
  void line_ends_of_windows_double_slashes_and_double_entries_do_no_harm() {
    Modifications record =
        parse("add|/t//f.txt\r\nadd|/t/f.txt\r\nadd|/x\r\nupdate|/x|/" + ORIGINAL + "\r\n\r\n");

    assertThat(record.files().keySet()).containsExactly("t/f.txt", "x");
    assertThat(record.files().get("x").overwritten()).contains(ORIGINAL);
  }

  @Test
  void what_is_written_has_no_line_that_crashes_the_module_management_tool() {
    String text =
        format(
            new Modifications(
                new TreeMap<>(
                    Map.of(
                        "a.txt", new Change(null, new Fingerprint(42, 0xCAFEL), 0),
                        "b.txt", new Change(ORIGINAL, new Fingerprint(1, 1), 2))),
                new TreeSet<>(List.of("d", "d/e")),
                List.of("later|/whatever")));

    assertThat(text)
        .isEqualTo(
            "add|/a.txt|crc32:0000cafe:42\n"
                + "update|/b.txt|/"
                + ORIGINAL
                + "|crc32:00000001:1|layer:2\n"
                + "mkdir|/d/e\nmkdir|/d\nlater|/whatever\n");
    assertThat(text.lines()).allMatch(line -> line.split("\\|").length > 1);
  }

  @Test
  void what_is_written_reads_back_the_same() {
    Modifications record =
        new Modifications(
            new TreeMap<>(
                Map.of(
                    "ü.txt", new Change(null, new Fingerprint(1L << 40, 0xFFFFFFFFL), 1),
                    "b.txt", new Change(ORIGINAL, null, 0))),
            new TreeSet<>(List.of("d")),
            List.of());

    assertThat(ModificationsFormat.parse(ModificationsFormat.format(record))).isEqualTo(record);
  }

  @Test
  void module_without_content_has_an_empty_record() {
    Modifications nothing = new Modifications(new TreeMap<>(), new TreeSet<>(), List.of());

    assertThat(format(nothing)).isEmpty();
    assertThat(parse("")).isEqualTo(nothing);
  }

  @Test
  void columns_of_others_have_no_meaning() {
    assertThat(parse("add|/a|sha256:abc|crc32:short|layer:x\n").files())
        .containsEntry("a", new Change(null, null, 0));
  }

  @Test
  void path_that_leaves_the_war_is_refused_with_its_line() {
    assertThatThrownBy(() -> parse("add|/a\nadd|/../../etc/passwd\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2 leaves the WAR: /../../etc/passwd");
    assertThatThrownBy(() -> parse("update|/a|/WEB-INF/web.xml\n"))
        .hasMessage("line 1 names an original that is not among the kept ones: /WEB-INF/web.xml");
    assertThatThrownBy(() -> parse("update|/a\n")).hasMessageContaining("line 1 names no original");
    assertThatThrownBy(() -> parse("nonsense\n")).hasMessageContaining("line 1 'nonsense'");
    assertThatThrownBy(() -> parse("add|/\n")).hasMessageContaining("line 1 names no path");
  }

  @Test
  void path_that_no_war_can_have_is_refused_with_its_line() {
    assertThatThrownBy(() -> parse("add|/a\nmkdir|/b\r|more\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2 names a path with the control character 13");
  }

  @Test
  void record_in_an_old_platforms_charset_is_read() {
    byte[] latin = "add|/\u00fc.txt\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ModificationsFormat.parse(latin).files()).containsKey("\u00fc.txt");
  }

  private static Modifications parse(String text) {
    return ModificationsFormat.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String format(Modifications modifications) {
    return new String(ModificationsFormat.format(modifications), StandardCharsets.UTF_8);
  }

  @Test
  void returns_that_an_editor_doubled_belong_to_no_line() {
    Modifications read = parse("add|/a\r\r\nlater|x\r");

    assertThat(read.files()).containsOnlyKeys("a");
    assertThat(read.otherLines()).containsExactly("later|x");
    assertThat(ModificationsFormat.parse(ModificationsFormat.format(read))).isEqualTo(read);
  }
}
