package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.internal.plan.RollbackPlanner;
import io.github.quartermaster.amp.internal.run.FaultyDisk.Death;
import io.github.quartermaster.amp.internal.run.FaultyDisk.Fault;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.amp.model.WarRollback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every single operation on the disk fails once, or is the last one, while a module goes, while a
 * WAR is mended, or while a backup is put back.
 */
@Tag("thorough")
class LifeFaultTest {
  private static final String MODULES = "WEB-INF/classes/alfresco/module/";

  /** What is done to WARs that have the module. */
  enum Change {
    UNINSTALL,
    REPAIR,
    ROLLBACK
  }

  @TempDir(factory = MemoryTempDir.class)
  Path folder;

  static Stream<Arguments> changes() {
    return Stream.of(Change.values())
        .flatMap(
            change ->
                Stream.of("alfresco.war share.war", "share.war alfresco")
                    .flatMap(
                        wars ->
                            Stream.of(Fault.FAILS, Fault.DIES_AFTER)
                                .map(fault -> Arguments.of(change, wars, fault))));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void all_wars_are_as_before_or_all_are_changed_and_the_next_run_succeeds(
      Change change, String wars, Fault fault) throws IOException {
    Workshop undisturbed = workshop("undisturbed", wars);
    FaultyDisk counting = FaultyDisk.counting();
    run(change, undisturbed, counting);
    Map<String, String> after = Workshop.content(undisturbed.wars.get(0));
    assertThat(after).isNotEqualTo(Workshop.newContent());

    for (int n = 1; n <= counting.operations(); n++) {
      Workshop workshop = workshop("disturbed-" + n, wars);
      FaultyDisk disk = new FaultyDisk(fault, n);
      disturb(change, workshop, disk);

      assertPackedWarsAreWhole(workshop, after, disk);
      workshop.runner().recover(workshop.wars);
      boolean done = Workshop.content(workshop.wars.get(0)).equals(after);
      assertAll(workshop, done ? after : Workshop.newContent(), disk);
      if (!done) {
        run(change, workshop, FaultyDisk.counting());
        assertAll(workshop, after, disk);
      }
    }
  }

  private void disturb(Change change, Workshop workshop, FaultyDisk disk) throws IOException {
    try {
      run(change, workshop, disk);
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
  }

  private static void assertPackedWarsAreWhole(
      Workshop workshop, Map<String, String> after, FaultyDisk disk) {
    for (Path war : workshop.wars) {
      if (!Files.isDirectory(war)) {
        assertThat(Workshop.content(war)).as(disk.fault()).isIn(Workshop.newContent(), after);
      }
    }
  }

  private static void assertAll(Workshop workshop, Map<String, String> content, FaultyDisk disk) {
    for (Path war : workshop.wars) {
      assertThat(Workshop.content(war)).as("%s after %s", war, disk.fault()).isEqualTo(content);
    }
    workshop.assertNoDebris();
  }

  /** WARs that have the module, each with a backup of what it was before. */
  private Workshop workshop(String name, String wars) throws IOException {
    Workshop workshop =
        Workshop.create(Files.createDirectory(folder.resolve(name)), wars.split(" "));
    workshop.runner().run(workshop.plan());
    workshop.assertAllNew();
    return workshop;
  }

  private static void run(Change change, Workshop workshop, Disk disk) {
    switch (change) {
      case UNINSTALL -> workshop.runner(disk).run(workshop.planBack());
      case REPAIR -> workshop.runner(disk).run(mending(workshop));
      case ROLLBACK -> runner(workshop, disk).run(rollbacks(workshop));
    }
  }

  /** The state is written anew, and an original goes that nobody needs. */
  private static ApplyPlan mending(Workshop workshop) {
    AmpModule module =
        ModulePropertiesFormat.parse(
                Workshop.bytes(
                    "module.id=blog\nmodule.version=1.0\nmodule.title=t\nmodule.description=d\n"))
            .module();
    TreeMap<String, Source> written = new TreeMap<>();
    written.put(
        MODULES + "blog/module.properties",
        new Source.StateOf(module, Workshop.NOW.plusSeconds(60)));
    WarEdit edit =
        new WarEdit(
            new TreeSet<>(List.of(MODULES + "backup/1.bin")),
            written,
            new TreeSet<>(List.of(MODULES + "backup")),
            new TreeSet<>());
    return new ApplyPlan(
        workshop.wars.stream()
            .map(war -> new WarPlan(workshop.inventory(war), List.of(), edit, List.of()))
            .toList(),
        List.of());
  }

  private static RollbackRunner runner(Workshop workshop, Disk disk) {
    return new RollbackRunner(
        disk,
        workshop.options(),
        workshop.events::add,
        Clock.fixed(Workshop.NOW.plusSeconds(60), ZoneOffset.UTC));
  }

  private static List<WarRollback> rollbacks(Workshop workshop) {
    return workshop.wars.stream().map(war -> rollback(workshop, war)).toList();
  }

  /** To what the WAR was at first. */
  private static WarRollback rollback(Workshop workshop, Path war) {
    List<BackupFile> backups = runner(workshop, FaultyDisk.counting()).backups(war);
    BackupFile oldest = backups.get(backups.size() - 1);
    return RollbackPlanner.plan(
        workshop.inventory(war), backups, oldest, workshop.inventory(oldest.file()), false);
  }
}
