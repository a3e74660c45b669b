package io.github.quartermaster.ebs.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.maven.Samples;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.maven.Timing;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final Timing TIMING = new Timing(Samples.START, Duration.ofSeconds(245));

  @Test
  void backup_is_told_by_volume() throws Exception {
    Document page = parsed(backup(Samples.withoutIndex()));

    assertThat(texts(page, "h1")).containsExactly("ebs:backup: 1 of 2 volumes failed");
    assertThat(texts(page, "h2"))
        .containsExactly("Problems", "vol-data Content store", "vol-index");
    assertThat(texts(page, "p")).contains("2026-11-25 10:00:00 UTC, 4 min 5 s", "Run build-7");
    assertThat(texts(page, "tr"))
        .contains(
            "us-west-1snap-1completed2026-11-25 10:00:00 UTC2026-11-25 10:01:30 UTC",
            "us-east-1 (copy)snap-ccompleted2026-11-25 10:00:00 UTC2026-11-25 10:01:30 UTC");
  }

  @Test
  void verdict_is_one_word_or_two() throws Exception {
    assertThat(texts(parsed(backup(Samples.complete(true))), "h1"))
        .containsExactly("ebs:backup: done");
    assertThat(texts(parsed(backup(Samples.complete(false))), "h1"))
        .containsExactly("ebs:backup: nothing to do");
    assertThat(texts(parsed(backup(Samples.underWay())), "h1"))
        .containsExactly("ebs:backup: under way");
    assertThat(texts(parsed(backup(Samples.refused())), "h1"))
        .containsExactly("ebs:backup: refused, nothing was done");
    assertThat(
            texts(parsed(HtmlReport.of(BackupReport.await(Samples.complete(true), TIMING))), "h1"))
        .containsExactly("ebs:await: done");
  }

  @Test
  void plan_tells_what_would_be_and_what_it_costs() throws Exception {
    Document page = parsed(HtmlReport.of(PlanReport.of(Samples.planWithoutIndex(), TIMING)));

    assertThat(texts(page, "h1")).containsExactly("ebs:plan: refused");
    assertThat(texts(page, "p")).anyMatch(text -> text.startsWith("1.7500 USD: storage"));
    assertThat(texts(page, "tr"))
        .contains("us-east-1 (copy)createthe whole volume crosses")
        .anyMatch(row -> row.startsWith("us-west-1refusedVOLUME_NOT_FOUND: "));
  }

  @Test
  void words_of_the_cloud_cannot_become_markup() throws Exception {
    Problem hostile =
        Problem.warning(
            ProblemCode.TEXT_CUT, "x", "<script>alert(1)</script>\u0007 ' \"", "{{volumes}} & so");
    BackupResult result = Samples.complete(true);
    BackupResult told =
        new BackupResult(
            result.plan(), result.volumes(), List.of(hostile), true, Samples.START, Duration.ZERO);

    String html = backup(told);

    assertThat(html).doesNotContain("<script");
    assertThat(texts(parsed(html), "li"))
        .containsExactly("warning TEXT_CUT <script>alert(1)</script>? ' \". {{volumes}} & so");
  }

  @Test
  void page_needs_nothing_from_elsewhere() {
    for (String html :
        List.of(
            backup(Samples.late()), HtmlReport.of(PlanReport.of(Samples.refusedPlan(), TIMING)))) {
      assertThat(html)
          .doesNotContain("http://", "https://", "src=", "href=", "url(", "@import")
          .contains("prefers-color-scheme: dark");
    }
  }

  private static String backup(BackupResult result) {
    return HtmlReport.of(BackupReport.backup(result, TIMING));
  }

  /** The page is written so that an XML parser can read it, which an HTML one forgives. */
  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
  }

  private static List<String> texts(Document page, String tag) {
    NodeList elements = page.getElementsByTagName(tag);
    return IntStream.range(0, elements.getLength())
        .mapToObj(index -> ((Element) elements.item(index)).getTextContent().strip())
        .toList();
  }
}
