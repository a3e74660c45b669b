package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  static List<CheckResult> results() {
    return Results.all();
  }

  @Test
  void sentence_is_the_heading() throws Exception {
    Document page = parsed(HtmlReport.of(Results.fullDisk()));

    assertThat(texts(page, "h1"))
        .containsExactly(
            "CRITICALdisk:/var is critical (97 % used [70/95], score 3802), which probably"
                + " explains postgres, app and web:shop.");
    assertThat(texts(page, "title")).first().isEqualTo(Headline.of(Results.fullDisk()));
    assertThat(texts(page, "h2"))
        .containsExactly(
            "What people notice",
            "Which layer fails",
            "Probable causes",
            "What needs what",
            "All components");
  }

  @Test
  void causes_come_with_weight_way_and_evidence() throws Exception {
    Document page = parsed(HtmlReport.of(Results.fullDisk()));
    List<Element> causes = classed(page, "li", "card");

    assertThat(causes).hasSize(3);
    assertThat(words(causes.get(0)))
        .isEqualTo(
            "1 disk:/var CRITICAL score 3802 97 % used (70/95) 56 % of the blame explains 94 % of"
                + " all trouble From the symptom down to it web:shop app postgres disk:/var"
                + " Explains postgres, app and web:shop. largest folder/var/log/app 12 GiB");
    assertThat(words(causes.get(1)))
        .contains("also db", "Most of its own trouble comes from disk:/var; 14 % of it is its own");
    assertThat(words(causes.get(2))).contains("UNKNOWN no score", "Not verified");
  }

  @Test
  void every_component_has_a_row_and_the_sickest_comes_first() throws Exception {
    List<Element> rows = elements(parsed(HtmlReport.of(Results.large(500))), "tr");

    assertThat(rows).hasSize(501);
    assertThat(words(rows.get(1)))
        .isEqualTo("service-000.example http, check http CRITICAL 10000 HTTP 503 12 ms");
    assertThat(rows.get(1).getAttribute("class")).isEqualTo("critical");
  }

  @Test
  void first_cause_and_the_way_to_it_stand_out_in_the_graph() throws Exception {
    Document page = parsed(HtmlReport.of(Results.fullDisk()));

    assertThat(classed(page, "a", "cause-1"))
        .extracting(node -> node.getAttribute("aria-label"))
        .containsExactly("disk:/var, CRITICAL 3802");
    assertThat(classed(page, "path", "path"))
        .extracting(HtmlReportTest::words)
        .contains("web:shop needs app", "app needs postgres", "postgres needs disk:/var");
    assertThat(classed(page, "path", "edge")).hasSize(8);
    assertThat(classed(page, "path", "soft")).hasSize(3);
  }

  @Test
  void big_graph_is_cut_to_what_matters_and_says_so() throws Exception {
    Document page = parsed(HtmlReport.of(Results.large(500)));

    assertThat(classed(page, "a", "node")).hasSize(150);
    assertThat(classed(page, "a", "critical")).hasSize(72);
    assertThat(texts(page, "figcaption"))
        .first()
        .asString()
        .contains("350 components are left out here; the table has all.");
    assertThat(texts(page, "summary")).containsExactly("64 more, each less probable");
  }

  @ParameterizedTest
  @MethodSource("results")
  void no_name_or_message_can_become_markup(CheckResult result) throws Exception {
    String html = HtmlReport.of(result);

    // an XML parser reads it, so no tag was opened or closed by what was filled in
    Document page = parsed(html);
    assertThat(html).doesNotContain("<script", "<b>", "<u>", "<message>", "\u202e", "\u0000");
    assertThat(elements(page, "*"))
        .extracting(Element::getTagName)
        .doesNotContain("script", "b", "u", "message", "img", "iframe");
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_link_leads_to_a_place_in_the_page_and_no_id_comes_twice(CheckResult result)
      throws Exception {
    Document page = parsed(HtmlReport.of(result));
    List<String> ids =
        elements(page, "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(elements(page, "*"))
        .extracting(element -> element.getAttribute("href"))
        .filteredOn(link -> !link.isEmpty())
        .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
  }

  @ParameterizedTest
  @MethodSource("results")
  void page_needs_nothing_from_elsewhere(CheckResult result) {
    String html = HtmlReport.of(result);

    assertThat(html.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http://", "https://", "src=", "@import")
        .contains("prefers-color-scheme: dark", "default-src 'none'");
    assertThat(html.replace("url(#tip", "")).doesNotContain("url(");
  }

  @Test
  void state_is_told_by_word_and_shape_besides_colour() throws Exception {
    Document page = parsed(HtmlReport.of(Results.fullDisk()));

    assertThat(elements(page, "tr").stream().skip(1))
        .allSatisfy(
            row -> {
              assertThat(words(row)).containsAnyOf("CRITICAL", "UNKNOWN", "OK", "not checked");
              assertThat(((Element) row.getElementsByTagName("use").item(0)).getAttribute("href"))
                  .isEqualTo("#mark-" + row.getAttribute("class"));
            });
  }

  @Test
  void healthy_and_empty_results_have_a_page_too() throws Exception {
    assertThat(texts(parsed(HtmlReport.of(Results.healthy())), "h2"))
        .containsExactly("What needs what", "All components");
    assertThat(texts(parsed(HtmlReport.of(Results.empty())), "h1"))
        .containsExactly("OKnothing was checked.");
  }

  @Test
  void graph_alone_has_a_page() throws Exception {
    CheckResult result = Results.hostile();
    String html = GraphPage.of(result.graph(), result.snapshot().components());
    Document page = parsed(html);

    assertThat(texts(page, "p")).contains("2 components, 1 dependency");
    assertThat(classed(page, "path", "edge")).hasSize(1);
    assertThat(elements(page, "tr")).hasSize(3);
    assertThat(html).doesNotContain("<script");
  }

  /** The page is written so that an XML parser can read it, which an HTML one forgives. */
  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Node::getTextContent).map(String::strip).toList();
  }

  private static String words(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }

  private static List<Element> classed(Document page, String tag, String style) {
    return elements(page, tag).stream()
        .filter(element -> List.of(element.getAttribute("class").split(" ")).contains(style))
        .toList();
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList elements = page.getElementsByTagName(tag);
    return IntStream.range(0, elements.getLength())
        .mapToObj(index -> (Element) elements.item(index))
        .toList();
  }
}
