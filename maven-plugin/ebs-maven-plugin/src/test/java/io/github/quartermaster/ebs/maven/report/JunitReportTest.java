package io.github.quartermaster.ebs.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.maven.Samples;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.SnapshotOutcome.Failed;
import io.github.quartermaster.maven.Timing;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JunitReportTest {
  private static final Timing TIMING = new Timing(Samples.START, Duration.ofSeconds(245));

  static Stream<BackupResult> results() {
    return Stream.of(
        Samples.complete(true),
        Samples.withoutIndex(),
        Samples.underWay(),
        Samples.late(),
        Samples.refused(),
        hostile());
  }

  @ParameterizedTest
  @MethodSource("results")
  void build_servers_can_read_it(BackupResult result) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitReportTest.class.getResource("junit-shape.xsd"));

    schema.newValidator().validate(new StreamSource(new StringReader(xml(result))));
  }

  @Test
  void each_volume_and_each_copy_is_a_case() {
    assertThat(xml(Samples.withoutIndex()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="ebs:backup" tests="3" failures="1" errors="0" skipped="0" time="245.000" timestamp="2026-11-25T10:00:00Z">
              <testcase classname="ebs.backup.us-west-1" name="vol-data (Content store)" time="90.000"></testcase>
              <testcase classname="ebs.backup.us-east-1" name="vol-data (Content store), copy from us-west-1" time="90.000"></testcase>
              <testcase classname="ebs.backup.us-west-1" name="vol-index" time="0.000">
                <failure message="tried to find vol-index in us-west-1; there is no such volume" type="VOLUME_NOT_FOUND">Correct the id, or name the region that it is in.</failure>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void what_nobody_waited_for_is_skipped() {
    assertThat(xml(Samples.underWay()))
        .contains("tests=\"3\" failures=\"0\" errors=\"0\" skipped=\"3\"")
        .contains("<skipped message=\"waiting\"");
  }

  @Test
  void characters_that_no_xml_may_hold_are_replaced() {
    assertThat(xml(hostile())).contains("a?b?c &lt;&amp;&gt; ").doesNotContain("\u0000");
  }

  private static BackupResult hostile() {
    Problem problem =
        Problem.error(
            ProblemCode.COPY_FAILED, "x", "a\u0000b\uFFFEc <&> \" ' \uD83D\uDE00\uD800", "]]>");
    BackupResult result = Samples.complete(true);
    return new BackupResult(
        result.plan(),
        List.of(
            Samples.outcome(
                Samples.DATA,
                result.volumes().get(0).snapshot(),
                new Failed(Samples.copy("snap-c", "error", 0), problem))),
        List.of(),
        true,
        Samples.START,
        Duration.ZERO);
  }

  private static String xml(BackupResult result) {
    return JunitReport.of(BackupReport.backup(result, TIMING));
  }
}
