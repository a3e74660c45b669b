package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.quartermaster.amp.internal.run.FaultyDisk.Death;
import io.github.quartermaster.amp.internal.run.FaultyDisk.Fault;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every single operation on the disk fails once, or is the last one of its process. */
class FaultTest {
  private static final String ONE = "alfresco.war";
  private static final String TWO = "alfresco.war share.war";
  private static final String EXPLODED = "alfresco";
  private static final String BOTH = "share.war alfresco";

  @TempDir(factory = MemoryTempDir.class)
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {ONE, TWO, EXPLODED, BOTH})
  void whatever_fails_all_wars_are_old_or_all_are_new_and_the_next_run_succeeds(String wars)
      throws IOException {
    int operations = undisturbed(wars);
    for (int n = 1; n <= operations; n++) {
      Workshop workshop = workshop("fails-" + n, wars);
      FaultyDisk disk = new FaultyDisk(Fault.FAILS, n);
      try {
        workshop.runner(disk).run(workshop.plan());
        workshop.wars.forEach(war -> assertThat(Workshop.isNew(war)).as(disk.fault()).isTrue());
      } catch (AmpException failure) {
        assertThat(failure.problem().code())
            .as(disk.fault())
            .isIn(ProblemCode.WRITE_FAILED, ProblemCode.BACKUP_FAILED, ProblemCode.SWAP_INCOMPLETE);
        workshop.assertPackedWarsWhole();
        if (failure.problem().code() != ProblemCode.SWAP_INCOMPLETE) {
          workshop.wars.forEach(
              war ->
                  assertThat(Workshop.isNew(war)).as("%s after %s", war, disk.fault()).isFalse());
          assertThat(workshop.backups()).as(disk.fault()).isEmpty();
        }
      }
      succeed(workshop, disk);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ONE, TWO, EXPLODED, BOTH})
  void killed_after_any_operation_the_next_run_ends_as_if_nothing_had_happened(String wars)
      throws IOException {
    int operations = undisturbed(wars);
    for (int n = 1; n <= operations; n++) {
      Workshop workshop = workshop("dies-" + n, wars);
      FaultyDisk disk = new FaultyDisk(Fault.DIES_AFTER, n);
      die(workshop, disk);
      workshop.assertPackedWarsWhole();
      succeed(workshop, disk);
      for (Path war : workshop.wars) {
        if (!Files.isDirectory(war)) {
          assertThat(war).as(disk.fault()).hasSameBinaryContentAs(undisturbed(war));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TWO, BOTH})
  void killed_during_the_recovery_too_the_next_one_finishes(String wars) throws IOException {
    Workshop undisturbed = workshop("undisturbed", wars);
    FaultyDisk counting = FaultyDisk.counting();
    undisturbed.runner(counting).run(undisturbed.plan());
    int committed = counting.commit(undisturbed.wars.get(0));
    for (int n = 1; ; n++) {
      Workshop workshop = workshop("recovery-" + n, wars);
      die(workshop, new FaultyDisk(Fault.DIES_AFTER, committed));
      FaultyDisk disk = new FaultyDisk(Fault.DIES_AFTER, n);
      boolean done = false;
      try {
        workshop.runner(disk).recover(workshop.wars);
        done = disk.operations() < n;
      } catch (Death death) {
        disk.bury();
      }
      workshop.assertPackedWarsWhole();
      workshop.runner().recover(workshop.wars);
      workshop.assertAllNew();
      if (done) {
        return;
      }
    }
  }

  private static void die(Workshop workshop, FaultyDisk disk) throws IOException {
    assertThatExceptionOfType(Death.class)
        .isThrownBy(() -> workshop.runner(disk).run(workshop.plan()));
    disk.bury();
  }

  /** What comes after a disturbed run: first all WARs are the same, then all are new. */
  private static void succeed(Workshop workshop, FaultyDisk disk) {
    assertThat(workshop.runner().recover(workshop.wars)).as(disk.fault()).isEmpty();
    List<Boolean> states = workshop.wars.stream().map(Workshop::isNew).distinct().toList();
    assertThat(states).as("all old or all new after %s", disk.fault()).hasSize(1);
    if (states.get(0)) {
      workshop.assertAllNew();
    } else {
      workshop.assertAllOld();
    }
    workshop.runner().run(workshop.plan());
    workshop.assertAllNew();
    assertThat(workshop.backups())
        .as("backups after %s", disk.fault())
        .hasSizeGreaterThanOrEqualTo(workshop.wars.size())
        .allSatisfy(
            backup -> assertThat(Workshop.content(backup)).isEqualTo(Workshop.oldContent()));
  }

  private int undisturbed(String wars) {
    Workshop workshop = workshop("undisturbed", wars);
    FaultyDisk disk = FaultyDisk.counting();
    workshop.runner(disk).run(workshop.plan());
    workshop.assertAllNew();
    return disk.operations();
  }

  private Path undisturbed(Path war) {
    return folder.resolve("undisturbed").resolve("webapps").resolve(war.getFileName());
  }

  private Workshop workshop(String name, String wars) {
    try {
      return Workshop.create(Files.createDirectory(folder.resolve(name)), wars.split(" "));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
