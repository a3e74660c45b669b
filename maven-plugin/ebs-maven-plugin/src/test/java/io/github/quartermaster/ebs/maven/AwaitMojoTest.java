package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.AwaitRequest;
import io.github.quartermaster.ebs.JournalPlace;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.maven.ReportSchema;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void prepare() throws Exception {
    folder = folder.toRealPath();
    bench = new Workbench(folder);
  }

  @Test
  void run_is_awaited_and_reported() throws Exception {
    AwaitMojo await = bench.await();
    await.run = " build-7 ";

    await.execute();

    assertThat(bench.cloud.asked)
        .isEqualTo(
            new AwaitRequest(
                Samples.WEST,
                new JournalPlace.Directory(folder.resolve(".quartermaster")),
                new RunId("build-7"),
                BackupRules.DEFAULT,
                Duration.ofHours(4)));
    assertThat(bench.seen())
        .startsWith("info VOLUME     DESCRIPTION    SNAPSHOT  STATE")
        .endsWith("run build-7, report target/quartermaster/ebs-await.html");
    assertThat(bench.report("ebs-await.json")).contains("quartermaster.ebs.await/1");
    assertThat(ReportSchema.errors("ebs-backup-1", bench.report("ebs-await.json"))).isEmpty();
    assertThat(bench.report("TEST-ebs-await.xml")).contains("name=\"ebs:await\"");
  }

  @Test
  void await_without_a_run_takes_the_unfinished_one_of_the_folder() throws Exception {
    bench.await().execute();

    assertThat(((AwaitRequest) bench.cloud.asked).run()).isEmpty();
  }

  @Test
  void time_that_runs_out_fails_the_build() {
    bench.cloud.result = Samples.late();

    assertThatThrownBy(bench.await()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("To go on waiting: mvn ebs:await -Debs.run=build-7");
  }
}
