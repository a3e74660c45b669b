package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.report.JunitDocument.Case.Verdict;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Test results in the form in which build servers read them. */
final class JunitDocument {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private JunitDocument() throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
  }

  /**
   * One case.
   *
   * @param problem why it failed, or null where the state says it or nothing failed
   * @param state a word for how it is, where it has not passed
   */
  record Case(
      String className,
      String name,
      Duration time,
      Verdict verdict,
      @Nullable ProblemEntry problem,
      String state) {
    /** The ways that it can end. */
    enum Verdict {
      PASSED,
      SKIPPED,
      FAILED
    }
  }

  /** The document, to be written in UTF-8. */
  static String of(String suite, Instant startedAt, Duration elapsed, List<Case> cases) {
    try {
      return new JunitDocument().written(suite, startedAt, elapsed, cases);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("tried to write XML to memory", e);
    }
  }

  private String written(String suite, Instant startedAt, Duration elapsed, List<Case> cases)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuite");
    attribute("name", suite);
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", Long.toString(count(cases, Verdict.FAILED)));
    attribute("errors", "0");
    attribute("skipped", Long.toString(count(cases, Verdict.SKIPPED)));
    attribute("time", seconds(elapsed));
    attribute("timestamp", startedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    for (Case each : cases) {
      write(each);
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void write(Case each) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testcase");
    attribute("classname", each.className());
    attribute("name", each.name());
    attribute("time", seconds(each.time()));
    switch (each.verdict()) {
      case PASSED -> {}
      case SKIPPED -> {
        line(2);
        xml.writeEmptyElement("skipped");
        attribute("message", each.state());
        line(1);
      }
      case FAILED -> fail(each.problem(), each.state());
    }
    xml.writeEndElement();
  }

  private void fail(@Nullable ProblemEntry problem, String state) throws XMLStreamException {
    line(2);
    xml.writeStartElement("failure");
    attribute("message", problem == null ? state : problem.message());
    attribute("type", problem == null ? state : problem.code());
    xml.writeCharacters(valid(problem == null ? state : problem.remedy()));
    xml.writeEndElement();
    line(1);
  }

  private static long count(List<Case> cases, Verdict verdict) {
    return cases.stream().filter(each -> each.verdict() == verdict).count();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, valid(value));
  }

  private void line(int indent) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(indent));
  }

  /** Without what no XML may hold, escaped or not. */
  private static String valid(String value) {
    return value
        .codePoints()
        .map(point -> isValid(point) ? point : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isValid(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
