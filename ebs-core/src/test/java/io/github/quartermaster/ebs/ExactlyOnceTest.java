package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome.CopyOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing goes wrong, and whoever comes later finds that there is nothing left to do. */
class ExactlyOnceTest {
  private final EmulatedCloud cloud = new EmulatedCloud();

  @TempDir Path journals;

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void every_volume_gets_one_snapshot_and_every_destination_one_copy() {
    BackupResult result = cloud.backup(journals, CONTENT, INDEX, LOGS);

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(result.changed()).isTrue();
    assertThat(outcomes(result)).noneMatch(SnapshotOutcome.Completed::adopted);
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX, LOGS);
    assertThat(cloud.creations()).isEqualTo(6);
  }

  @Test
  void the_same_run_again_makes_nothing() {
    cloud.backup(journals, CONTENT, INDEX, LOGS);

    assertNothingIsMade(journals);
  }

  @Test
  void the_same_run_without_its_journal_makes_nothing() throws IOException {
    cloud.backup(journals, CONTENT, INDEX, LOGS);
    Files.delete(journals.resolve("ebs-" + RUN + ".journal"));

    assertNothingIsMade(journals);
  }

  @Test
  void the_same_run_on_another_machine_makes_nothing(@TempDir Path elsewhere) {
    cloud.backup(journals, CONTENT, INDEX, LOGS);

    assertNothingIsMade(elsewhere);
  }

  @Test
  void a_volume_that_is_new_in_the_same_run_is_the_only_one_that_is_backed_up() {
    cloud.backup(journals, INDEX);

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
    assertThat(cloud.creations()).isEqualTo(3);
  }

  private void assertNothingIsMade(Path journals) {
    long before = cloud.creations();

    BackupResult again = cloud.backup(journals, CONTENT, INDEX, LOGS);

    assertThat(again.problems()).isEmpty();
    assertThat(again.isComplete()).isTrue();
    assertThat(again.changed()).isFalse();
    assertThat(outcomes(again)).hasSize(6).allMatch(SnapshotOutcome.Completed::adopted);
    assertThat(cloud.creations()).isEqualTo(before);
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX, LOGS);
  }

  private static Stream<SnapshotOutcome.Completed> outcomes(BackupResult result) {
    return result.volumes().stream()
        .flatMap(ExactlyOnceTest::outcomes)
        .map(SnapshotOutcome.Completed.class::cast);
  }

  private static Stream<SnapshotOutcome> outcomes(VolumeOutcome volume) {
    return Stream.concat(
        Stream.of(volume.snapshot()), volume.copies().stream().map(CopyOutcome::outcome));
  }
}
