package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.VerifyRequest;
import io.github.quartermaster.ebs.model.BlockIndexes;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.maven.ReportSchema;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyMojoTest {
  private static final Snapshot SOURCE = Samples.snapshot("snap-1", "completed", 100);
  private static final Snapshot COPY = Samples.copy("snap-c", "completed", 100);
  private static final Problem DIFFER =
      Problem.error(
          ProblemCode.BLOCKS_DIFFER, "snap-c", "tried to verify; it lacks block 7", "Copy anew");

  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void what_is_good_is_shown_as_that() throws Exception {
    bench.cloud.verified = Samples.verified(List.of(reading(SOURCE, null), reading(COPY, SOURCE)));

    bench.verify().execute();

    assertThat(bench.seen())
        .isEqualTo(
            """
            info Reading blocks of 2 snapshots: up to 42 lists and 66 blocks, seed 4711, expected to cost up to 0.001 USD
            info VOLUME    RUN      REGION     SNAPSHOT  KIND         SIZE  STATE      BLOCKS            RESULT
            info vol-data  build-7  us-west-1  snap-1    snapshot  100 GiB  completed  40, 33 read, XFS  good
            info vol-data  build-7  us-east-1  snap-c    copy      100 GiB  completed  40, 33 read, XFS  good
            info 1 snapshot and 1 copy of 1 volume verified, their blocks compared and some read in 3.0 s, report target/quartermaster/ebs-verify.html""");
    String report = bench.report("ebs-verify.json");
    assertThat(ReportSchema.errors("ebs-verify-1", report)).isEmpty();
    assertThat(report).contains("\"passed\" : true", "\"beginning\" : \"XFS\"");
    assertThat(bench.report("ebs-verify.html")).contains("good", "40, 33 read, XFS");
    assertThat(bench.report("TEST-ebs-verify.xml"))
        .contains("tests=\"2\" failures=\"0\"", "vol-data (Content store), build-7, snap-c");
  }

  @Test
  void what_is_not_fails_the_build_as_a_test_that_failed() throws Exception {
    bench.cloud.verified =
        Samples.verified(List.of(reading(SOURCE, null), reading(COPY, SOURCE)), DIFFER);

    assertThatThrownBy(bench.verify()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("BLOCKS_DIFFER: tried to verify; it lacks block 7. Copy anew");

    assertThat(bench.seen()).contains("XFS  BLOCKS_DIFFER");
    String report = bench.report("ebs-verify.json");
    assertThat(ReportSchema.errors("ebs-verify-1", report)).isEmpty();
    assertThat(report).contains("\"passed\" : false");
    assertThat(bench.report("TEST-ebs-verify.xml"))
        .contains("failures=\"1\"", "type=\"BLOCKS_DIFFER\"");
  }

  @Test
  void a_warning_fails_only_where_that_is_wanted() throws Exception {
    Problem warning =
        Problem.warning(ProblemCode.SNAPSHOT_ARCHIVED, "snap-1", "tried; archived", "Fetch it");
    bench.cloud.verified = Samples.verified(List.of(), warning);

    bench.verify().execute();

    assertThat(bench.seen()).contains("warn SNAPSHOT_ARCHIVED: tried; archived. Fetch it");
    VerifyMojo strict = bench.verify();
    strict.failOn = "warning";
    assertThatThrownBy(strict::execute).isInstanceOf(MojoFailureException.class);
  }

  @Test
  void what_the_user_says_is_what_is_asked() throws Exception {
    Files.writeString(folder.resolve("volumes.csv"), "vol-1, One\n");
    VerifyMojo verify = bench.verify();
    verify.level = "sample";
    verify.run = "build-7";
    verify.regions = List.of("us-east-1");
    verify.sample = 5;
    verify.seed = "12";
    verify.encryptCopies = true;
    verify.kmsKeyId = "alias/backup";
    verify.maxCost = "0.5";

    verify.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new VerifyRequest(
                List.of(Samples.EAST),
                folder.resolve("volumes.csv"),
                new VerificationRules(
                    new VerificationScope.OfRun(Samples.RUN),
                    VerificationLevel.SAMPLE,
                    5,
                    12,
                    true,
                    "alias/backup",
                    new BigDecimal("0.5"),
                    Prices.DEFAULTS)));
  }

  @Test
  void a_state_is_looked_at_of_the_newest_where_nothing_is_said() throws Exception {
    bench.verify().execute();

    assertThat(bench.cloud.asked)
        .isInstanceOfSatisfying(
            VerifyRequest.class,
            request -> {
              assertThat(request.volumesFile()).isEmpty();
              assertThat(request.rules().scope()).isEqualTo(new VerificationScope.Newest());
              assertThat(request.rules().level()).isEqualTo(VerificationLevel.STATE);
            });
    assertThat(bench.seen()).doesNotContain("Reading blocks");
  }

  @Test
  void numbers_that_are_none_are_refused() {
    VerifyMojo none = bench.verify();
    none.sample = 0;
    assertThatThrownBy(none::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("Write one such as 32 (parameter <sample>, -Debs.sample)");
    VerifyMojo odd = bench.verify();
    odd.seed = "abc";
    assertThatThrownBy(odd::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("'abc' as a number that chooses blocks");
  }

  private static BlockReading reading(Snapshot snapshot, @Nullable Snapshot original) {
    return new BlockReading(
        snapshot,
        original,
        40,
        BlockIndexes.NONE,
        BlockIndexes.NONE,
        33,
        BlockIndexes.NONE,
        BlockIndexes.NONE,
        "XFS",
        null);
  }
}
