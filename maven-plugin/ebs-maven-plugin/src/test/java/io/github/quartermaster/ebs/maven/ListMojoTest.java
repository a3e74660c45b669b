package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.ListRequest;
import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.maven.ReportSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
    bench.cloud.list =
        new ListResult(
            List.of(
                Samples.snapshot("snap-1", "completed", 100), Samples.copy("snap-c", "error", 0)),
            List.of());
  }

  @Test
  void table_is_for_people() throws Exception {
    list("table").execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info VOLUME    STARTED AT (UTC)  RUN      REGION     SNAPSHOT  KIND         SIZE  STATE                                  DESCRIPTION
            info vol-data  2026-11-25 10:00  build-7  us-west-1  snap-1    snapshot  100 GiB  completed                              Content store
            info vol-data  2026-11-25 10:00  build-7  us-east-1  snap-c    copy      100 GiB  error: Given key ID is not accessible  Content store
            info 1 snapshot and 1 copy of 1 volume, report target/quartermaster/ebs-list.json""");
    assertThat(ReportSchema.errors("ebs-list-1", bench.report("ebs-list.json"))).isEmpty();
  }

  @Test
  void json_goes_to_the_standard_output_as_it_is() throws Exception {
    assertThat(printed(list("json"))).isEqualTo(bench.report("ebs-list.json"));
  }

  @Test
  void csv_is_printed_and_written() throws Exception {
    assertThat(printed(list("csv")))
        .isEqualTo(
            "volume,run,region,snapshot,sourceRegion,sourceSnapshot,state,percent,startedAt,"
                + "completedAt,sizeGiB,encrypted,description\r\n"
                + "vol-data,build-7,us-west-1,snap-1,,,completed,100,2026-11-25T10:00:00Z,"
                + "2026-11-25T10:01:30Z,100,false,Content store\r\n"
                + "vol-data,build-7,us-east-1,snap-c,us-west-1,snap-1,error,0,2026-11-25T10:00:00Z,"
                + ",100,false,Content store\r\n")
        .isEqualTo(bench.report("ebs-list.csv"));
  }

  @Test
  void run_and_regions_can_be_chosen() throws Exception {
    ListMojo list = list("table");
    list.run = "build-7";
    list.regions = List.of("us-east-1", " eu-west-1");

    list.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new ListRequest(List.of(Samples.EAST, new Region("eu-west-1")), new RunId("build-7")));
  }

  @Test
  void region_that_does_not_answer_fails_the_build_after_the_rest_is_shown() {
    Problem silent =
        Problem.error(
            ProblemCode.CLOUD_UNREACHABLE,
            "us-east-1",
            "tried to list the snapshots of us-east-1; no answer",
            "Try again later");
    bench.cloud.list = new ListResult(bench.cloud.list.snapshots(), List.of(silent));

    assertThatThrownBy(list("table")::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("CLOUD_UNREACHABLE: tried to list the snapshots of us-east-1");
    assertThat(bench.seen()).contains("snap-1");
  }

  @Test
  void unknown_format_is_answered_with_those_there_are() {
    assertThatThrownBy(list("mmt")::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to read 'mmt'; it is not one of table, json, csv. Write one of them"
                + " (parameter <format>, -Debs.format)");
  }

  private ListMojo list(String format) {
    ListMojo list = bench.list();
    list.format = format;
    return list;
  }

  private static String printed(ListMojo list) throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      list.execute();
    } finally {
      System.setOut(usual);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
