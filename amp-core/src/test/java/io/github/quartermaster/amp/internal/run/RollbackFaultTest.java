package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.internal.read.WarReader;
import io.github.quartermaster.amp.internal.run.FaultyDisk.Death;
import io.github.quartermaster.amp.internal.run.FaultyDisk.Fault;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarRollback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every single operation on the disk fails once, or is the last one, while WARs go back. */
class RollbackFaultTest {
  @TempDir(factory = MemoryTempDir.class)
  Path folder;

  @ParameterizedTest
  @EnumSource(Fault.class)
  void both_wars_are_new_or_both_are_old_and_the_next_run_goes_back(Fault fault)
      throws IOException {
    int operations = Integer.MAX_VALUE;
    for (int n = 1; n <= operations; n++) {
      Path place = Files.createDirectory(folder.resolve(fault + "-" + n));
      Workshop workshop = Workshop.create(place, "alfresco.war", "share.war");
      workshop.runner().run(workshop.plan());
      workshop.assertAllNew();
      FaultyDisk disk = new FaultyDisk(fault, n);
      try {
        runner(workshop, disk).run(plan(workshop));
        operations = disk.operations();
      } catch (AmpException failure) {
        assertThat(failure.problem().code())
            .as(disk.fault())
            .isIn(
                ProblemCode.WRITE_FAILED,
                ProblemCode.BACKUP_FAILED,
                ProblemCode.DISK_FULL,
                ProblemCode.SWAP_INCOMPLETE);
      } catch (Death death) {
        disk.bury();
      }
      workshop.assertPackedWarsWhole();
      workshop.runner().recover(workshop.wars);
      assertThat(workshop.wars.stream().map(Workshop::isNew).distinct())
          .as("both after %s", disk.fault())
          .hasSize(1);
      if (Workshop.isNew(workshop.wars.get(0))) {
        runner(workshop, FaultyDisk.counting()).run(plan(workshop));
      }
      workshop.assertAllOld();
    }
  }

  private static RollbackRunner runner(Workshop workshop, Disk disk) {
    return new RollbackRunner(
        disk,
        workshop.options(),
        workshop.events::add,
        Clock.fixed(Workshop.NOW.plusSeconds(60), ZoneOffset.UTC));
  }

  /** Back to what each WAR was at first. */
  private static List<WarRollback> plan(Workshop workshop) {
    return workshop.wars.stream().map(war -> plan(workshop, war)).toList();
  }

  private static WarRollback plan(Workshop workshop, Path war) {
    List<BackupFile> backups = runner(workshop, FaultyDisk.counting()).backups(war);
    BackupFile oldest = backups.get(backups.size() - 1);
    return new WarRollback(
        WarReader.unread(war, workshop.inventory(war)),
        backups,
        oldest,
        true,
        WarEdit.NONE,
        List.of(),
        List.of());
  }
}
