package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.io.StringWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A check in the form in which build servers read test results: each component is a test case. One
 * that closes the gate is a failure, one whose unknown state does so an error, one that could not
 * be looked at is skipped; so what is red on the build server is what the gate says.
 */
public final class JunitReport {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private final CheckResult result;

  private JunitReport(CheckResult result) throws XMLStreamException {
    this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    this.result = result;
  }

  /** The document, to be written in UTF-8. */
  public static String of(CheckResult result) {
    try {
      return new JunitReport(result).written();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("tried to write XML to memory", e);
    }
  }

  private String written() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuite");
    attribute("name", "sentinel");
    attribute("tests", Integer.toString(result.components().size()));
    attribute("failures", count(Verdict.FAILURE));
    attribute("errors", count(Verdict.ERROR));
    attribute("skipped", count(Verdict.SKIPPED));
    attribute("time", Figures.seconds(result.snapshot().took()));
    attribute("timestamp", result.snapshot().at().truncatedTo(ChronoUnit.SECONDS).toString());
    attribute("hostname", result.snapshot().host());
    for (ComponentHealth component : result.components()) {
      write(component);
    }
    line(1);
    xml.writeStartElement("system-out");
    xml.writeCharacters(valid(TextReport.plain(result)));
    xml.writeEndElement();
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void write(ComponentHealth component) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testcase");
    attribute("classname", "sentinel." + component.component().type());
    attribute("name", component.id().value());
    attribute("time", Figures.seconds(time(component)));
    switch (verdict(component)) {
      case PASSED -> {
        if (component.isSick()) {
          element("system-out", reason(component));
        }
      }
      case SKIPPED -> {
        line(2);
        xml.writeEmptyElement("skipped");
        attribute("message", message(component));
        line(1);
      }
      case FAILURE -> trouble("failure", component);
      case ERROR -> trouble("error", component);
    }
    xml.writeEndElement();
  }

  private void trouble(String element, ComponentHealth component) throws XMLStreamException {
    line(2);
    xml.writeStartElement(element);
    attribute("type", component.status().name());
    attribute("message", message(component));
    xml.writeCharacters(valid(reason(component)));
    xml.writeEndElement();
    line(1);
  }

  private void element(String name, String content) throws XMLStreamException {
    line(2);
    xml.writeStartElement(name);
    xml.writeCharacters(valid(content));
    xml.writeEndElement();
    line(1);
  }

  private String count(Verdict verdict) {
    return Long.toString(
        result.components().stream().filter(each -> verdict(each) == verdict).count());
  }

  private Verdict verdict(ComponentHealth component) {
    if (!component.checked()) {
      return Verdict.SKIPPED;
    }
    Score score = component.score();
    if (score != null && score.compareTo(result.gate().failAt()) >= 0) {
      return Verdict.FAILURE;
    }
    if (component.unknownCounts() && result.gate().failOnUnknown()) {
      return Verdict.ERROR;
    }
    return component.status() == Status.UNKNOWN ? Verdict.SKIPPED : Verdict.PASSED;
  }

  private static String message(ComponentHealth component) {
    String words = Printable.line(component.message());
    String score = component.score() == null ? "" : "score " + component.score();
    return words + (words.isEmpty() || score.isEmpty() ? "" : ", ") + score;
  }

  /** What was measured, and what the whole check says about the cause. */
  private String reason(ComponentHealth component) {
    String measured = Measured.of(component).collect(Collectors.joining("\n"));
    return (measured.isEmpty() ? "" : measured + "\n") + Headline.of(result);
  }

  private static Duration time(ComponentHealth component) {
    return component.samples().stream()
        .map(Sample::took)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, valid(value));
  }

  private void line(int indent) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(indent));
  }

  /** Without what XML 1.0 may not hold, escaped or not (section 2.2). */
  private static String valid(String value) {
    StringBuilder valid = new StringBuilder(value.length());
    value.codePoints().map(point -> isValid(point) ? point : '?').forEach(valid::appendCodePoint);
    return valid.toString();
  }

  private static boolean isValid(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private enum Verdict {
    PASSED,
    SKIPPED,
    FAILURE,
    ERROR
  }
}
