package io.github.quartermaster.ebs.maven.report;

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

/**
 * Test results in the form that build servers read.
 *
 * @param name of the suite
 */
record JunitSuite(String name, Instant startedAt, double elapsedSeconds, List<Case> cases) {
  /** Copies the list. */
  JunitSuite {
    cases = List.copyOf(cases);
  }

  /** How a case ended. */
  enum Verdict {
    PASSED,
    SKIPPED,
    FAILED
  }

  /**
   * A test case.
   *
   * @param suite what build servers group cases by
   * @param problem why it failed, or null where only the state tells
   * @param state a word for how it is
   */
  record Case(
      String suite,
      String name,
      Duration time,
      Verdict verdict,
      @Nullable ProblemEntry problem,
      String state) {}

  /** The document, to be written in UTF-8. */
  String xml() {
    try {
      StringWriter text = new StringWriter();
      new Document(XMLOutputFactory.newInstance().createXMLStreamWriter(text)).write(this);
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("tried to write XML to memory", e);
    }
  }

  private long count(Verdict verdict) {
    return cases.stream().filter(each -> each.verdict == verdict).count();
  }

  /** The document while it is written. */
  private record Document(XMLStreamWriter xml) {
    void write(JunitSuite suite) throws XMLStreamException {
      xml.writeStartDocument("UTF-8", "1.0");
      line(0);
      xml.writeStartElement("testsuite");
      attribute("name", suite.name);
      attribute("tests", Integer.toString(suite.cases.size()));
      attribute("failures", Long.toString(suite.count(Verdict.FAILED)));
      attribute("errors", "0");
      attribute("skipped", Long.toString(suite.count(Verdict.SKIPPED)));
      attribute("time", seconds(Duration.ofMillis(Math.round(suite.elapsedSeconds * 1000))));
      attribute("timestamp", suite.startedAt.truncatedTo(ChronoUnit.SECONDS).toString());
      for (Case each : suite.cases) {
        write(each);
      }
      line(0);
      xml.writeEndElement();
      line(0);
      xml.writeEndDocument();
      xml.close();
    }

    private void write(Case each) throws XMLStreamException {
      line(1);
      xml.writeStartElement("testcase");
      attribute("classname", each.suite);
      attribute("name", each.name);
      attribute("time", seconds(each.time));
      ProblemEntry problem = each.problem;
      switch (each.verdict) {
        case PASSED -> {}
        case SKIPPED -> {
          line(2);
          xml.writeEmptyElement("skipped");
          attribute("message", each.state);
          line(1);
        }
        case FAILED -> {
          line(2);
          xml.writeStartElement("failure");
          attribute("message", problem == null ? each.state : problem.message());
          attribute("type", problem == null ? each.state : problem.code());
          xml.writeCharacters(valid(problem == null ? each.state : problem.remedy()));
          xml.writeEndElement();
          line(1);
        }
      }
      xml.writeEndElement();
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
}
