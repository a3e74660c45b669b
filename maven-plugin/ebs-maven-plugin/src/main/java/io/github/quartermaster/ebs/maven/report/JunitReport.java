package io.github.quartermaster.ebs.maven.report;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A run in the form in which build servers read test results: each volume and each copy is a test
 * case, so that a failed one is seen where failed tests are.
 */
public final class JunitReport {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private JunitReport() throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
  }

  /** The document, to be written in UTF-8. */
  public static String of(BackupReport report) {
    try {
      return new JunitReport().written(report);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("tried to write XML to memory", e);
    }
  }

  private String written(BackupReport report) throws XMLStreamException {
    long cases = report.volumes().stream().mapToLong(volume -> 1 + volume.copies().size()).sum();
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuite");
    attribute("name", "ebs:" + report.goal());
    attribute("tests", Long.toString(cases));
    attribute("failures", Long.toString(count(report, Verdict.FAILED)));
    attribute("errors", "0");
    attribute("skipped", Long.toString(count(report, Verdict.SKIPPED)));
    attribute("time", seconds(Duration.ofMillis(Math.round(report.elapsedSeconds() * 1000))));
    attribute("timestamp", report.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    String suite = "ebs." + report.goal() + ".";
    for (VolumeEntry volume : report.volumes()) {
      write(suite, volume);
      for (CopyEntry copy : volume.copies()) {
        write(suite, volume, copy);
      }
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void write(String suite, VolumeEntry volume) throws XMLStreamException {
    SnapshotEntry snapshot = volume.snapshot();
    Duration time =
        snapshot == null ? Duration.ZERO : between(snapshot.startedAt(), snapshot.completedAt());
    begin(suite + volume.region(), title(volume), time);
    end(verdict(volume), ownProblem(volume), volume.status());
  }

  private void write(String suite, VolumeEntry volume, CopyEntry copy) throws XMLStreamException {
    begin(
        suite + copy.region(),
        title(volume) + ", copy from " + volume.region(),
        between(copy.startedAt(), copy.completedAt()));
    end(verdict(copy), copy.problem(), copy.state());
  }

  private void begin(String className, String name, Duration time) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testcase");
    attribute("classname", className);
    attribute("name", name);
    attribute("time", seconds(time));
  }

  private void end(Verdict verdict, @Nullable ProblemEntry problem, String state)
      throws XMLStreamException {
    switch (verdict) {
      case PASSED -> {}
      case SKIPPED -> {
        line(2);
        xml.writeEmptyElement("skipped");
        attribute("message", state);
        line(1);
      }
      case FAILED -> {
        line(2);
        xml.writeStartElement("failure");
        attribute("message", problem == null ? state : problem.message());
        attribute("type", problem == null ? state : problem.code());
        xml.writeCharacters(valid(problem == null ? state : problem.remedy()));
        xml.writeEndElement();
        line(1);
      }
    }
    xml.writeEndElement();
  }

  private static long count(BackupReport report, Verdict verdict) {
    long volumes = report.volumes().stream().filter(v -> verdict(v) == verdict).count();
    long copies =
        report.volumes().stream()
            .flatMap(volume -> volume.copies().stream())
            .filter(copy -> verdict(copy) == verdict)
            .count();
    return volumes + copies;
  }

  /** Of the snapshot alone: a copy is a case of its own. */
  private static Verdict verdict(VolumeEntry volume) {
    SnapshotEntry snapshot = volume.snapshot();
    if (snapshot != null && snapshot.state().equals("completed")) {
      return Verdict.PASSED;
    }
    return ownProblem(volume) != null || volume.status().equals("failed")
        ? Verdict.FAILED
        : Verdict.SKIPPED;
  }

  private static Verdict verdict(CopyEntry copy) {
    if (copy.problem() != null) {
      return Verdict.FAILED;
    }
    return copy.state().equals("completed") ? Verdict.PASSED : Verdict.SKIPPED;
  }

  /** The volume's problem where it is not that of a copy. */
  private static @Nullable ProblemEntry ownProblem(VolumeEntry volume) {
    ProblemEntry problem = volume.problem();
    return problem == null
            || volume.copies().stream().anyMatch(copy -> problem.equals(copy.problem()))
        ? null
        : problem;
  }

  private static String title(VolumeEntry volume) {
    return volume.description().isEmpty()
        ? volume.volumeId()
        : volume.volumeId() + " (" + volume.description() + ")";
  }

  private static Duration between(@Nullable Instant start, @Nullable Instant end) {
    return start == null || end == null || end.isBefore(start)
        ? Duration.ZERO
        : Duration.between(start, end);
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

  private enum Verdict {
    PASSED,
    SKIPPED,
    FAILED
  }
}
