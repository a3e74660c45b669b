package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
  @TempDir Path folder;

  @Test
  void packed_war_is_kept_beside_it_under_its_name_and_the_time_as_the_very_same_file()
      throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Object file = Files.readAttributes(workshop.wars.get(0), "fileKey").get("fileKey");
    RunResult result = workshop.runner().run(workshop.plan());
    Path backup = workshop.webapps.resolve("alfresco.war.20261122T101530Z.bak");
    assertThat(result.wars().get(0).backup()).isEqualTo(backup);
    assertThat(Files.readAttributes(backup, "fileKey").get("fileKey")).isEqualTo(file);
    assertThat(workshop.events).contains(new AmpEvent.BackupKept(workshop.wars.get(0), backup));
  }

  @Test
  void exploded_war_is_kept_as_one_file_outside_of_the_webapps_folder() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Path page = workshop.wars.get(0).resolve("zoo.txt");
    FileTime time = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
    Files.setLastModifiedTime(page, time);
    Files.createDirectory(workshop.wars.get(0).resolve("empty"));
    workshop.runner().run(workshop.plan());
    Path backup = workshop.folder.resolve("alfresco.20261122T101530Z.bak");
    assertThat(workshop.backups()).containsExactly(backup);
    assertThat(Workshop.content(backup)).isEqualTo(Workshop.oldContent());
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(backup.toFile())) {
      assertThat(zip.getEntry("zoo.txt").getLastModifiedTime()).isEqualTo(time);
      assertThat(zip.getEntry("empty/")).isNotNull();
    }
  }

  @Test
  void backup_directory_is_made_and_used() {
    Workshop workshop = Workshop.create(folder, "share.war", "alfresco");
    Path backups = workshop.folder.resolve("var").resolve("backups");
    workshop.runner(FaultyDisk.counting(), Workshop.options(null, backups, 5)).run(workshop.plan());
    assertThat(Workshop.list(backups))
        .containsExactly(
            backups.resolve("alfresco.20261122T101530Z.bak"),
            backups.resolve("share.war.20261122T101530Z.bak"));
    assertThat(workshop.backups()).isEmpty();
  }

  @Test
  void where_there_is_no_second_name_for_a_file_the_backup_is_a_copy_with_the_same_mode()
      throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Files.setPosixFilePermissions(
        workshop.wars.get(0), PosixFilePermissions.fromString("rw-r-----"));
    FaultyDisk disk = FaultyDisk.counting().withoutLinks();
    workshop.runner(disk).run(workshop.plan());
    Path backup = workshop.backups().get(0);
    assertThat(Workshop.content(backup)).isEqualTo(Workshop.oldContent());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-r-----");
    workshop.assertAllNew();
  }

  @Test
  void killed_while_copying_the_incomplete_backup_is_cleaned_away() throws IOException {
    Workshop first = Workshop.create(Files.createDirectory(folder.resolve("0")), "alfresco.war");
    FaultyDisk counting = FaultyDisk.counting().withoutLinks();
    first.runner(counting, withDirectory(first)).run(first.plan());
    for (int n = 1; n <= counting.operations(); n++) {
      Workshop workshop =
          Workshop.create(Files.createDirectory(folder.resolve("" + n)), "alfresco.war");
      FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.DIES_AFTER, n).withoutLinks();
      try {
        workshop.runner(disk, withDirectory(workshop)).run(workshop.plan());
      } catch (FaultyDisk.Death death) {
        disk.bury();
      }
      workshop.runner(FaultyDisk.counting(), withDirectory(workshop)).recover(workshop.wars);
      workshop.assertNoDebris();
      Path backups = workshop.folder.resolve("backups");
      if (Files.exists(backups)) {
        assertThat(Workshop.list(backups))
            .as(disk.fault())
            .allMatch(Workshop::isBackup)
            .allSatisfy(
                backup -> assertThat(Workshop.content(backup)).isEqualTo(Workshop.oldContent()));
      }
    }
  }

  private static RunOptions withDirectory(Workshop workshop) {
    return Workshop.options(null, workshop.folder.resolve("backups"), 5);
  }

  @Test
  void backup_of_the_same_second_takes_the_next_name() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path taken =
        Files.writeString(workshop.webapps.resolve("alfresco.war.20261122T101530Z.bak"), "older");
    workshop.runner().run(workshop.plan());
    assertThat(taken).hasContent("older");
    assertThat(workshop.webapps.resolve("alfresco.war.20261122T101531Z.bak")).exists();
  }

  @Test
  void only_the_newest_backups_of_this_very_war_are_kept() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    for (String name :
        new String[] {
          "alfresco.war.20200101T000000Z.bak",
          "alfresco.war.20210101T000000Z.bak",
          "alfresco.war.20220101T000000Z.bak",
          "alfresco.war.2020.bak",
          "alfresco.war-1577836800000.bak",
          "alfresco.war.20200101T000000Z.bak.gz",
          "my-alfresco.war.20200101T000000Z.bak",
          "alfresco.20200101T000000Z.bak",
          "share.war.20200101T000000Z.bak"
        }) {
      Files.createFile(workshop.webapps.resolve(name));
    }
    Files.createDirectory(workshop.webapps.resolve("alfresco.war.20190101T000000Z.bak"));
    workshop.runner(FaultyDisk.counting(), Workshop.options(null, null, 2)).run(workshop.plan());
    assertThat(Workshop.list(workshop.webapps))
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder(
            "alfresco.war",
            "alfresco.war.20261122T101530Z.bak",
            "alfresco.war.20220101T000000Z.bak",
            "alfresco.war.2020.bak",
            "alfresco.war-1577836800000.bak",
            "alfresco.war.20200101T000000Z.bak.gz",
            "my-alfresco.war.20200101T000000Z.bak",
            "alfresco.20200101T000000Z.bak",
            "share.war.20200101T000000Z.bak",
            "alfresco.war.20190101T000000Z.bak");
    assertThat(workshop.events)
        .filteredOn(AmpEvent.BackupPruned.class::isInstance)
        .containsExactly(
            new AmpEvent.BackupPruned(
                workshop.webapps.resolve("alfresco.war.20210101T000000Z.bak")),
            new AmpEvent.BackupPruned(
                workshop.webapps.resolve("alfresco.war.20200101T000000Z.bak")));
  }

  @Test
  void none_are_kept_where_none_are_wanted() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Files.createFile(workshop.webapps.resolve("alfresco.war.20200101T000000Z.bak"));
    RunResult result =
        workshop
            .runner(FaultyDisk.counting(), Workshop.options(null, null, 0))
            .run(workshop.plan());
    workshop.assertAllNew();
    assertThat(result.wars().get(0).backup()).isNull();
    assertThat(workshop.backups()).isEmpty();
  }

  @Test
  void nothing_is_deleted_where_the_run_fails() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path old = Files.createFile(workshop.webapps.resolve("alfresco.war.20200101T000000Z.bak"));
    FaultyDisk disk = FaultyDisk.counting().withUsableSpace(1);
    ApplyRunner runner = workshop.runner(disk, Workshop.options(null, null, 0));
    var plan = workshop.plan();
    catchThrowableOfType(AmpException.class, () -> runner.run(plan));
    assertThat(old).exists();
  }

  @Test
  void wars_of_one_name_do_not_prune_each_others_new_backup() throws IOException {
    Workshop workshop = Workshop.create(folder, "a/alfresco.war", "b/alfresco.war");
    Path backups = workshop.folder.resolve("backups");
    RunResult result =
        workshop
            .runner(FaultyDisk.counting(), Workshop.options(null, backups, 1))
            .run(workshop.plan());
    assertThat(result.wars()).allSatisfy(war -> assertThat(war.backup()).exists());
    assertThat(Workshop.list(backups)).hasSize(2);
  }

  @Test
  void backup_directory_within_the_exploded_war_is_refused() {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Path inside = workshop.wars.get(0).resolve("backups");
    ApplyRunner runner = workshop.runner(FaultyDisk.counting(), Workshop.options(null, inside, 5));
    var plan = workshop.plan();
    AmpException failure = catchThrowableOfType(AmpException.class, () -> runner.run(plan));
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
    workshop.assertAllOld();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEB-INF/linked", "linked.txt"})
  void exploded_war_with_a_link_that_leads_out_of_it_is_not_backed_up(String name)
      throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Path link = workshop.wars.get(0).resolve(name);
    Path outside =
        name.endsWith(".txt")
            ? Files.writeString(folder.resolve("secret.txt"), "secret")
            : Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(link, outside);
    ApplyPlan plan = workshop.plan();
    AmpException failure =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().run(plan));
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.BACKUP_FAILED);
    assertThat(failure.problem().message()).contains("leads out of the WAR");
    Files.delete(link);
    workshop.assertAllOld();
    assertThat(workshop.backups()).isEmpty();
  }

  @Test
  void link_within_an_exploded_war_is_followed_by_its_backup() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Files.createSymbolicLink(workshop.wars.get(0).resolve("more"), Path.of("WEB-INF/lib"));
    workshop.runner().run(workshop.plan());
    assertThat(Workshop.content(workshop.backups().get(0))).containsKey("more/base.jar");
  }

  @Test
  void backup_directory_that_cannot_be_made_is_named() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path file = Files.createFile(folder.resolve("file"));
    ApplyRunner runner =
        workshop.runner(FaultyDisk.counting(), Workshop.options(null, file.resolve("backups"), 5));
    var plan = workshop.plan();
    AmpException failure = catchThrowableOfType(AmpException.class, () -> runner.run(plan));
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.BACKUP_FAILED);
    assertThat(failure.problem().message()).contains("file/backups");
    assertThat(failure.getCause()).isInstanceOf(FileSystemException.class);
    workshop.assertAllOld();
  }

  @Test
  void default_place_that_cannot_be_written_calls_for_a_backup_directory() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    org.junit.jupiter.api.Assumptions.assumeFalse(
        "root".equals(System.getProperty("user.name")), "root may write everywhere");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    ApplyRunner runner = workshop.runner();
    var plan = workshop.plan();
    try {
      AmpException failure = catchThrowableOfType(AmpException.class, () -> runner.run(plan));
      assertThat(failure.problem().code()).isEqualTo(ProblemCode.BACKUP_FAILED);
      assertThat(failure.problem().remedy()).contains("Name a backup directory");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    workshop.assertAllOld();
  }

  @Test
  void old_backup_that_cannot_be_deleted_is_a_warning() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Files.createFile(workshop.webapps.resolve("alfresco.war.20200101T000000Z.bak"));
    FaultyDisk disk = FaultyDisk.counting().refusing("delete", ".20200101T000000Z.bak");
    RunResult result = workshop.runner(disk, Workshop.options(null, null, 1)).run(workshop.plan());
    assertThat(result.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.isError()).isFalse();
              assertThat(warning.code()).isEqualTo(ProblemCode.BACKUP_FAILED);
            });
    workshop.assertAllNew();
  }
}
