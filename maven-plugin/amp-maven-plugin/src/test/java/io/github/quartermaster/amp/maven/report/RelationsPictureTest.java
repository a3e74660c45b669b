package io.github.quartermaster.amp.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.maven.report.RelationsEntry.NeedEntry;
import io.github.quartermaster.amp.maven.report.RelationsEntry.OverwriteEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelationsPictureTest {
  @Test
  void modules_that_have_nothing_to_do_with_each_other_need_no_picture() {
    assertThat(RelationsPicture.of(new RelationsEntry(List.of(), List.of()))).isEmpty();
  }

  @Test
  void every_relation_is_an_arrow_and_a_sentence() {
    Map<String, Object> page =
        page(
            new RelationsEntry(
                List.of(
                    new NeedEntry("upper", "base", "1.0-2.0", true),
                    new NeedEntry("upper", "gone", "*", false)),
                List.of(
                    new OverwriteEntry("upper", "base", 2, List.of("a.js", "b.js")),
                    new OverwriteEntry("base", null, 1, List.of("logo.png")))));

    String svg = page.get("svg").toString();
    assertThat(svg.split("class=\"tip\"", -1)).as("arrows").hasSize(4 + 1);
    assertThat(svg)
        .contains(
            "<g class=\"needs\"><title>upper needs base 1.0-2.0</title>",
            "<g class=\"needs unmet\"><title>upper needs gone, which is not there</title>",
            "<g class=\"over\"><title>upper lies over base in 2 files</title>",
            "base lies over the WAR&#39;s own files in 1 file",
            ">2 files</text>");
    assertThat(page.get("needs").toString()).contains("upper needs gone, which is not there");
    assertThat(page.get("overwrites").toString()).contains("upper lies over base in 2 files");
  }

  @Test
  void names_of_modules_cannot_become_markup() {
    Map<String, Object> page =
        page(
            new RelationsEntry(
                List.of(new NeedEntry("<script>", "\"x' onload=", "*", true)), List.of()));

    assertThat(page.get("svg").toString())
        .doesNotContain("<script>", "onload=\"")
        .contains("&lt;script&gt; needs &quot;x&#39; onload&#x3D;");
  }

  @Test
  void module_that_needs_itself_is_told_without_an_arrow() {
    Map<String, Object> page =
        page(
            new RelationsEntry(
                List.of(new NeedEntry("odd", "odd", "*", true), new NeedEntry("a", "b", "*", true)),
                List.of()));

    assertThat(page.get("svg").toString()).doesNotContain("odd");
    assertThat(page.get("needs").toString()).contains("odd needs odd");
  }

  @Test
  void what_nobody_could_read_is_told_without_a_picture() {
    List<NeedEntry> many =
        IntStream.range(0, 1000).mapToObj(i -> new NeedEntry("m" + i, "b", "*", true)).toList();

    assertThat(page(new RelationsEntry(many, List.of())).get("svg")).isEqualTo("");
  }

  private static Map<String, Object> page(RelationsEntry relations) {
    return RelationsPicture.of(relations).get(0);
  }
}
