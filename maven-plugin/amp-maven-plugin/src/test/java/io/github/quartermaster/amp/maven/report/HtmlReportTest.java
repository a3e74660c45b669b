package io.github.quartermaster.amp.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.maven.Timing;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final List<AmpFile> AMPS = List.of(Samples.S3, Samples.BOB, Samples.FRANK);
  private static final Timing TIMING =
      new Timing(Instant.parse("2026-11-22T07:09:45.5Z"), Duration.ofMillis(912));

  @Test
  void applied_plan_is_told_as_such() throws Exception {
    Path alfresco = Samples.ALFRESCO.path();
    ApplyResult result =
        new ApplyResult(
            Samples.plan(Samples.LIBRARY),
            List.of(
                new WarResult(
                    alfresco, alfresco, true, 240_313_615, 241_000_000, Path.of("wars/a.bak"))),
            List.of(),
            Duration.ofMillis(900));

    Document page = parsed(ApplyReport.applied(result, AMPS, TIMING));

    assertThat(texts(page, "h1")).containsExactly("amp:apply: done");
    assertThat(texts(page, "h2")).containsExactly("wars/alfresco.war", "wars/share.war");
    assertThat(texts(page, "p"))
        .contains(
            "2026-11-22 07:09:45 UTC, 0.9 s",
            "repository, Alfresco repository Community 23.4.0, 240.3 MB before, 241.0 MB after",
            "Backup: wars/a.bak");
    assertThat(texts(page, "tr"))
        .contains("alfresco-s31.01.2.0upgradenewer than the installed 1.0alfresco-s3-1.2.0.amp");
    assertThat(texts(page, "li").get(0))
        .startsWith("warning DUPLICATE_LIBRARY alfresco-s3 1.2.0 brings");
    assertThat(texts(page, "summary")).contains("3 AMPs found");
  }

  @Test
  void plan_tells_what_would_be_and_idle_one_that_there_is_nothing() throws Exception {
    assertThat(texts(parsed(ApplyReport.planned(Samples.plan(), false, AMPS, TIMING)), "h1"))
        .containsExactly("amp:plan: there is something to do");
    assertThat(texts(parsed(ApplyReport.planned(Samples.idlePlan(), false, AMPS, TIMING)), "h1"))
        .containsExactly("amp:plan: nothing to do");
  }

  @Test
  void refusal_shows_its_problems_also_those_of_no_war() throws Exception {
    ApplyPlan plan = new ApplyPlan(Samples.plan(Samples.CONFLICT).wars(), List.of(Samples.LIBRARY));

    Document page = parsed(ApplyReport.refused(plan, AMPS, TIMING));

    assertThat(texts(page, "h1")).containsExactly("amp:apply: refused, nothing was changed");
    assertThat(texts(page, "h2")).first().isEqualTo("Problems");
    assertThat(texts(page, "li").subList(0, 2))
        .satisfiesExactly(
            general -> assertThat(general).startsWith("warning DUPLICATE_LIBRARY"),
            ofTheWar -> assertThat(ofTheWar).startsWith("error FILE_CONFLICT"));
  }

  @Test
  void names_from_archives_cannot_become_markup() throws Exception {
    Problem hostile =
        Problem.error(
            ProblemCode.AMP_UNREADABLE,
            "x",
            "<script>alert(1)</script>\u0007\" onload='x'",
            "{{amps}} & so on");
    ApplyPlan plan = new ApplyPlan(List.of(), List.of(hostile));

    String html = HtmlReport.of(ApplyReport.refused(plan, List.of(), TIMING));

    assertThat(html).doesNotContain("<script");
    assertThat(texts(parse(html), "li").get(0))
        .contains("<script>alert(1)</script>?\" onload='x'. {{amps}} & so on");
  }

  @Test
  void page_needs_nothing_from_elsewhere() throws Exception {
    String html = HtmlReport.of(ApplyReport.planned(Samples.plan(), false, AMPS, TIMING));

    assertThat(html)
        .doesNotContain("http://", "https://", "src=", "href=", "url(", "@import")
        .contains("prefers-color-scheme: dark");
  }

  private static Document parsed(ApplyReport report) throws Exception {
    return parse(HtmlReport.of(report));
  }

  /** The page is written so that an XML parser can read it, which an HTML one forgives. */
  private static Document parse(String html) throws Exception {
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
