package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Score;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitReportTest {
  static List<CheckResult> results() {
    return Results.all();
  }

  @ParameterizedTest
  @MethodSource("results")
  void build_servers_can_read_it(CheckResult result) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitReportTest.class.getResource("junit-shape.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(JunitReport.of(result))));
  }

  @Test
  void each_component_is_a_case_and_what_closes_the_gate_is_red() throws Exception {
    Element suite = parsed(JunitReport.of(Results.fullDisk())).getDocumentElement();

    assertThat(suite.getAttribute("tests")).isEqualTo("9");
    assertThat(suite.getAttribute("failures")).isEqualTo("4");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getAttribute("time")).isEqualTo("0.840");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-25T10:00:00Z");
    assertThat(suite.getAttribute("hostname")).isEqualTo("host.example");
    assertThat(elements(suite, "failure"))
        .first()
        .satisfies(
            failure -> {
              assertThat(failure.getAttribute("type")).isEqualTo("CRITICAL");
              assertThat(failure.getAttribute("message"))
                  .isEqualTo("97 % used (70/95), score 3802");
              assertThat(failure.getTextContent())
                  .isEqualTo("used 97 % (70/95)\nfree 3 GiB\n" + Headline.of(Results.fullDisk()));
            });
    assertThat(elements(suite, "error").get(0).getAttribute("type")).isEqualTo("UNKNOWN");
    assertThat(elements(suite, "skipped").get(0).getAttribute("message"))
        .isEqualTo("counts no inodes");
    assertThat(elements(suite, "system-out"))
        .extracting(Element::getTextContent)
        .containsExactly(TextReport.plain(Results.fullDisk()));
  }

  @Test
  void warning_passes_and_is_told_unless_the_gate_says_otherwise() throws Exception {
    Gate strict = new Gate(new Score(500), new Score(100), true);
    CheckResult stopped = Results.gated(Results.warned(), strict, GateResult.FAILED);

    assertThat(elements(parsed(JunitReport.of(Results.warned())).getDocumentElement(), "failure"))
        .isEmpty();
    assertThat(
            elements(
                elements(parsed(JunitReport.of(Results.warned())).getDocumentElement(), "testcase")
                    .get(0),
                "system-out"))
        .hasSize(1);
    assertThat(elements(parsed(JunitReport.of(stopped)).getDocumentElement(), "failure"))
        .extracting(failure -> failure.getAttribute("type"))
        .containsExactly("WARNING");
  }

  @Test
  void unknown_state_that_the_gate_does_not_heed_is_skipped() throws Exception {
    CheckResult result =
        Results.gated(
            Results.unknown(), new Gate(Score.CRITICAL, Score.WARNING, false), GateResult.PASSED);

    Element suite = parsed(JunitReport.of(result)).getDocumentElement();

    assertThat(elements(suite, "error")).isEmpty();
    assertThat(elements(suite, "skipped")).hasSize(1);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Element parent, String tag) {
    NodeList elements = parent.getElementsByTagName(tag);
    return IntStream.range(0, elements.getLength())
        .mapToObj(index -> (Element) elements.item(index))
        .toList();
  }
}
