package io.github.quartermaster.ebs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final RunId RUN = new RunId("build-7");
  private static final Token ONE = Token.ofVolume(RUN, new VolumeId("vol-1"));
  private static final Token OTHER = Token.ofVolume(RUN, new VolumeId("vol-2"));
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("deep/ebs-build-7.journal");
  }

  private Journal open() {
    return Journal.open(file(), RUN, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void write() {
    try (Journal journal = open()) {
      journal.intend(ONE);
      journal.intend(OTHER);
      journal.done(OTHER);
    }
  }

  @Test
  void an_intent_without_an_answer_is_known_to_the_next_process() {
    write();

    try (Journal journal = open()) {
      assertThat(journal.unanswered(ONE)).contains(NOW);
      assertThat(journal.unanswered(OTHER)).isEmpty();
    }
  }

  @Test
  void a_restore_that_has_not_ended_is_found_by_the_run_that_it_restores() {
    Path journal = folder.resolve("restore-ticket-99.journal");
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (Journal opened = Journal.open(journal, RUN, clock)) {
      opened.intend(ONE);
    }

    assertThat(UnfinishedRun.restoreOf(RUN, folder, NOW)).contains(new RunId("ticket-99"));
    assertThat(UnfinishedRun.restoreOf(new RunId("other"), folder, NOW)).isEmpty();
    assertThat(UnfinishedRun.restoreOf(RUN, folder, NOW.plus(Duration.ofHours(13)))).isEmpty();
    try (Journal opened = Journal.open(journal, RUN, clock)) {
      opened.end();
    }
    assertThat(UnfinishedRun.restoreOf(RUN, folder, NOW)).isEmpty();
  }

  @Test
  void a_run_that_is_being_restored_keeps_its_snapshots_and_is_no_unfinished_backup() {
    try (Journal opened =
        Journal.open(
            folder.resolve("restore-ticket-99.journal"), RUN, Clock.fixed(NOW, ZoneOffset.UTC))) {
      opened.intend(ONE);
    }

    assertThat(UnfinishedRun.all(folder)).containsExactly(RUN);
    assertThat(UnfinishedRun.backups(folder)).isEmpty();
    assertThat(UnfinishedRun.in(folder, NOW)).isEmpty();
  }

  @Test
  void a_call_that_certainly_did_not_happen_is_not_in_doubt() {
    write();
    try (Journal journal = open()) {
      journal.notDone(ONE);
    }

    try (Journal journal = open()) {
      assertThat(journal.unanswered()).isEmpty();
    }
  }

  @Test
  void any_part_of_a_journal_that_a_crash_left_can_be_taken_up() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      try (Journal journal = open()) {
        journal.intend(OTHER);
      }
      try (Journal journal = open()) {
        assertThat(journal.unanswered(OTHER)).as("cut at %s", length).contains(NOW);
      }
    }
  }

  @Test
  void a_finished_journal_that_has_grown_begins_anew_and_an_unfinished_one_never() {
    try (Journal journal = open(1)) {
      journal.intend(OTHER);
    }
    try (Journal journal = open(1)) {
      assertThat(journal.unanswered()).containsKey(OTHER.toString());
      journal.done(OTHER);
      journal.end();
    }
    long grown = file().toFile().length();

    open(grown).close();
    assertThat(file()).hasSize(grown);
    open(grown - 1).close();
    assertThat(file()).content().isEqualTo("quartermaster-ebs-journal 1 " + RUN + "\n");
  }

  private Journal open(long most) {
    return Journal.open(file(), RUN, Clock.fixed(NOW, ZoneOffset.UTC), most);
  }

  @Test
  void another_runs_journal_is_refused_and_left_as_it_is() throws IOException {
    write();
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(() -> Journal.open(file(), new RunId("build-8"), Clock.systemUTC()))
        .isInstanceOf(EbsException.class)
        .hasMessageContaining("JOURNAL_UNREADABLE")
        .hasMessageContaining("another run's");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void a_file_that_is_no_journal_is_refused_and_left_as_it_is() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "precious\n");

    assertThatThrownBy(this::open).hasMessageContaining("does not begin like one");
    assertThat(file()).hasContent("precious");
  }

  @Test
  void a_line_that_makes_no_sense_is_named() throws IOException {
    write();
    Files.writeString(file(), "yesterday\tintent\tx\n", StandardOpenOption.APPEND);

    assertThatThrownBy(this::open).hasMessageContaining("line 5 does not begin with a time");
  }

  @Test
  void the_unfinished_run_of_a_folder_is_found_while_it_is_young() {
    write();

    assertThat(UnfinishedRun.in(file().getParent(), NOW.plus(Duration.ofHours(1)))).contains(RUN);
    assertThat(UnfinishedRun.in(file().getParent(), NOW.plus(Duration.ofHours(13)))).isEmpty();
    assertThat(UnfinishedRun.in(folder.resolve("nowhere"), NOW)).isEmpty();

    try (Journal journal = open()) {
      journal.end();
    }
    assertThat(UnfinishedRun.in(file().getParent(), NOW)).isEmpty();
  }
}
