package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.amp.internal.run.FaultyDisk.Death;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
  private static final String ID = "0b0fd0ab-0b7c-4a3c-8b5a-5a1d39b8f0c7";

  @TempDir(factory = MemoryTempDir.class)
  Path folder;

  @Test
  void what_was_prepared_but_not_committed_is_undone_and_told() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path war = workshop.wars.get(0);
    Files.writeString(WarTarget.of(war).newFile(), "half a WAR");
    workshop.runner().recover(workshop.wars);
    workshop.assertAllOld();
    assertThat(workshop.events).containsExactly(new AmpEvent.Recovered(war, false));
  }

  @Test
  void what_was_committed_is_finished_and_told_of_all_wars_that_changed_together()
      throws IOException {
    for (String named : List.of("alfresco.war", "share.war")) {
      Workshop workshop = interrupted(folder.resolve("for-" + named), "alfresco.war", "share.war");
      workshop.runner().recover(List.of(workshop.webapps.resolve(named)));
      workshop.assertAllNew();
      assertThat(workshop.events)
          .containsExactlyInAnyOrder(
              new AmpEvent.Recovered(workshop.wars.get(0), true),
              new AmpEvent.Recovered(workshop.wars.get(1), true));
    }
  }

  @Test
  void journal_without_the_one_that_commits_is_undone() throws IOException {
    Workshop workshop = interrupted(folder.resolve("two"), "alfresco.war", "share.war");
    Files.delete(WarTarget.of(workshop.wars.get(0)).journal());
    workshop.runner().recover(workshop.wars);
    workshop.assertAllOld();
  }

  @Test
  void commit_of_another_transaction_does_not_count() throws IOException {
    Workshop workshop = interrupted(folder.resolve("two"), "alfresco.war", "share.war");
    Path journal = WarTarget.of(workshop.wars.get(0)).journal();
    Files.writeString(
        journal, Files.readString(journal).replaceFirst("transaction .*", "transaction " + ID));
    workshop.runner().recover(List.of(workshop.wars.get(1)));
    assertThat(Workshop.content(workshop.wars.get(1))).isEqualTo(Workshop.oldContent());
  }

  @Test
  void war_of_the_same_transaction_whose_folder_is_gone_is_named() throws IOException {
    Workshop workshop = interrupted(folder.resolve("two"), "a/alfresco.war", "b/share.war");
    Path gone = workshop.webapps.resolve("b");
    Path aside = Files.move(gone, workshop.folder.resolve("aside"));
    List<Path> named = List.of(workshop.wars.get(0));
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(named));
    assertThat(stuck.problem().code()).isEqualTo(ProblemCode.SWAP_INCOMPLETE);
    assertThat(stuck.problem().message()).contains("b/share.war").contains("is gone");
    assertThat(Workshop.content(named.get(0))).isEqualTo(Workshop.oldContent());

    Files.move(aside, gone);
    workshop.runner().recover(named);
    workshop.wars.forEach(war -> assertThat(Workshop.isNew(war)).isTrue());
  }

  @Test
  void run_at_work_is_left_in_peace() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    WarTarget war = WarTarget.of(workshop.wars.get(0));
    Files.writeString(war.newFile(), "half a WAR");
    try (WarLock held = WarLock.take(new LocalDisk(), war)) {
      assertThat(held).isNotNull();
      AmpException busy =
          catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(workshop.wars));
      assertThat(busy.problem().code()).isEqualTo(ProblemCode.WAR_LOCKED);
    }
    assertThat(war.newFile()).exists();
  }

  @Test
  void wars_that_are_not_there_are_passed_over() {
    assertThat(
            Workshop.create(folder)
                .runner()
                .recover(List.of(folder.resolve("no.war"), folder.resolve("no/such/folder.war"))))
        .isEmpty();
  }

  @Test
  void folder_that_has_another_path_after_the_crash_is_recovered_as_well() throws IOException {
    String[] wars = {"alfresco.war", "share.war"};
    Workshop workshop = interrupted(folder.resolve("before"), wars);
    Files.move(workshop.folder, folder.resolve("after"));
    Workshop moved = Workshop.open(folder.resolve("after"), List.of(wars));
    moved.runner().recover(moved.wars);
    moved.assertAllNew();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "put 0 5 ../../escaped.txt                            ! is no path in a WAR",
        "put 0 5 WEB-INF/../../escaped.txt                    ! is no path in a WAR",
        "put 0 5 /etc/passwd                                  ! is no path in a WAR",
        "put 0 5 WEB-INF//x                                   ! is no path in a WAR",
        "put 0 5 a\\b                                         ! is no path in a WAR",
        "put 0 5 outside/escaped.txt                          ! leads out of the WAR",
        "delete outside/victim.txt                            ! leads out of the WAR",
        "delete ../victim.txt                                 ! is no path in a WAR",
        "rmdir ../../empty                                    ! is no path in a WAR",
        "folder 1 outside/x                                   ! leads out of the WAR",
        "folder 0 x                                           ! is not the folder",
        "folder 2 x                                           ! is not the folder",
        "put 0 5 WEB-INF/.quartermaster/1                     ! does not belong to the content",
        "put 0 6 zoo.txt                                      ! should have 6 bytes and has 5",
        "put 7 5 nowhere.txt                                  ! neither",
        "put 0000000000 5 zoo.txt                             ! is not understood",
        "put -1 5 zoo.txt                                     ! is not understood",
        "put 1/../0 5 zoo.txt                                 ! is not understood",
        "replace 5                                            ! is not understood",
        "chmod 777 zoo.txt                                    ! is not understood"
      })
  void hostile_journal_of_an_exploded_war_changes_nothing(String step, String why)
      throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Path war = workshop.wars.get(0);
    Path outside = Files.createDirectory(workshop.folder.resolve("outside"));
    Files.writeString(outside.resolve("victim.txt"), "victim");
    Files.writeString(workshop.webapps.resolve("victim.txt"), "victim");
    Files.createDirectory(workshop.folder.resolve("empty"));
    Files.createSymbolicLink(war.resolve("outside"), outside);
    Files.createDirectory(war.resolve(WarTarget.STAGING));
    Files.writeString(war.resolve(WarTarget.STAGING).resolve("0"), "01234");
    Files.createDirectory(war.resolve(WarTarget.STAGING).resolve("1"));
    writeJournal(war, "delete zoo.txt", step.strip());

    Map<String, String> before = Workshop.content(workshop.folder);
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(workshop.wars));
    assertThat(stuck.problem().code()).isEqualTo(ProblemCode.SWAP_INCOMPLETE);
    assertThat(stuck.problem().message()).contains(why.strip());
    assertThat(stuck.problem().remedy())
        .contains("delete")
        .contains(".alfresco.quartermaster.journal");
    assertThat(Workshop.content(workshop.folder)).isEqualTo(before);
    assertThat(workshop.folder.resolve("empty")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replace 11",
        "replace 9999999999999999999",
        "put 0 5 share.war",
        "delete share.war",
        "replace 10\nreplace 10",
        "war /etc/passwd\nreplace 10",
        "war ..\nreplace 10",
        "war ../x/share.war\nreplace 10",
        "war .\nreplace 10"
      })
  void hostile_journal_of_a_packed_war_changes_nothing(String steps) throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war", "share.war");
    Path war = workshop.wars.get(0);
    Files.writeString(WarTarget.of(war).newFile(), "0123456789");
    writeJournal(war, steps.split("\n"));
    List<Path> before = Workshop.list(workshop.webapps);
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(List.of(war)));
    // a WAR that is somewhere else, but has no journal there, is one that is finished
    if (steps.startsWith("war /etc")) {
      assertThat(stuck).isNull();
      assertThat(war).hasContent("0123456789");
      assertThat(Path.of("/etc/passwd")).exists();
      return;
    }
    assertThat(stuck.problem().code()).isEqualTo(ProblemCode.SWAP_INCOMPLETE);
    assertThat(Workshop.content(war)).isEqualTo(Workshop.oldContent());
    assertThat(Workshop.list(workshop.webapps)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "quartermaster-journal 1\n",
        "quartermaster-journal 2\ntransaction " + ID + "\nwar .\nreplace 10\nend 4\n",
        "quartermaster-journal 1\ntransaction " + ID + "\nwar .\nreplace 10\n",
        "quartermaster-journal 1\ntransaction " + ID + "\nwar .\nreplace 10\nend 4",
        "quartermaster-journal 1\ntransaction " + ID + "\nwar .\nreplace 10\nend 5\n",
        "quartermaster-journal 1\ntransaction ../x\nwar .\nreplace 10\nend 4\n",
        "quartermaster-journal 1\ntransaction " + ID + "\nreplace 10\nend 3\n"
      })
  void torn_or_foreign_journal_changes_nothing(String text) throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    WarTarget war = WarTarget.of(workshop.wars.get(0));
    Files.writeString(war.newFile(), "0123456789");
    Files.writeString(war.journal(), text);
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(workshop.wars));
    assertThat(stuck.problem().code()).isEqualTo(ProblemCode.SWAP_INCOMPLETE);
    assertThat(Workshop.content(war.path())).isEqualTo(Workshop.oldContent());
    assertThat(war.newFile()).exists();
  }

  @Test
  void symbolic_link_in_place_of_the_prepared_war_is_not_put_in_place() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    WarTarget war = WarTarget.of(workshop.wars.get(0));
    Path secret = Files.writeString(folder.resolve("secret"), "0123456789");
    Files.createSymbolicLink(war.newFile(), secret);
    writeJournal(war.path(), "replace 10");
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(workshop.wars));
    assertThat(stuck.problem().message()).contains("is not the file that was prepared");
    assertThat(war.path()).isRegularFile();
  }

  @Test
  void symbolic_link_in_place_of_the_journal_is_not_read() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    WarTarget war = WarTarget.of(workshop.wars.get(0));
    Path other = Files.writeString(folder.resolve("other"), "quartermaster-journal 1\n");
    Files.createSymbolicLink(war.journal(), other);
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(workshop.wars));
    assertThat(stuck.problem().code()).isEqualTo(ProblemCode.SWAP_INCOMPLETE);
  }

  @Test
  void what_is_not_of_our_making_in_the_staging_folder_is_not_deleted() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    Path staging = Files.createDirectory(workshop.wars.get(0).resolve(WarTarget.STAGING));
    Path foreign = Files.writeString(staging.resolve("notes.txt"), "mine");
    Files.writeString(staging.resolve("0"), "prepared");
    AmpException stuck =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().recover(workshop.wars));
    assertThat(stuck.problem().message()).contains("is not empty");
    assertThat(foreign).hasContent("mine");
  }

  @Test
  void run_that_finds_another_one_crashed_since_the_wars_were_read_does_not_go_on()
      throws IOException {
    Workshop workshop = interrupted(folder.resolve("one"), "alfresco.war");
    ApplyPlan stale = workshop.plan();
    AmpException changed =
        catchThrowableOfType(AmpException.class, () -> workshop.runner().run(stale));
    assertThat(changed.problem().code()).isEqualTo(ProblemCode.WAR_CHANGED);
    workshop.assertAllNew();
  }

  /** A workshop whose run was killed right after its commit. */
  private static Workshop interrupted(Path place, String... wars) throws IOException {
    Path calm = place.resolveSibling("calm-" + place.getFileName());
    Workshop undisturbed = Workshop.create(Files.createDirectory(calm), wars);
    FaultyDisk counting = FaultyDisk.counting();
    undisturbed.runner(counting).run(undisturbed.plan());
    return killed(place, counting.commit(undisturbed.wars.get(0)), wars);
  }

  private static Workshop killed(Path place, int operation, String... wars) throws IOException {
    Workshop workshop = Workshop.create(Files.createDirectory(place), wars);
    FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.DIES_AFTER, operation);
    assertThatExceptionOfType(Death.class)
        .isThrownBy(() -> workshop.runner(disk).run(workshop.plan()));
    disk.bury();
    workshop.events.clear();
    return workshop;
  }

  private static void writeJournal(Path war, String... steps) throws IOException {
    StringBuilder text =
        new StringBuilder("quartermaster-journal 1\ntransaction " + ID + "\nwar .\n");
    int lines = 3;
    for (String step : steps) {
      text.append(step).append('\n');
      lines++;
    }
    Files.writeString(WarTarget.of(war).journal(), text + "end " + lines + "\n");
  }
}
