package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.quartermaster.amp.internal.run.SwapStep.DeleteFile;
import io.github.quartermaster.amp.internal.run.SwapStep.DeleteFolder;
import io.github.quartermaster.amp.internal.run.SwapStep.PutFile;
import io.github.quartermaster.amp.internal.run.SwapStep.PutFolder;
import io.github.quartermaster.amp.internal.run.SwapStep.ReplaceWar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapJournalFormatTest {
  private static final String ID = "0b0fd0ab-0b7c-4a3c-8b5a-5a1d39b8f0c7";

  @TempDir Path folder;

  @Test
  void journal_of_a_packed_war_is_read_as_it_was_written() throws IOException {
    WarTarget war = new WarTarget(folder.resolve("alfresco.war"));
    WarTarget sibling = new WarTarget(folder.resolve("the share.war"));
    WarTarget other = new WarTarget(Path.of("/somewhere/else/alfresco.war"));
    SwapJournal journal =
        new SwapJournal(
            war, ID, List.of(sibling, war, other), List.of(new ReplaceWar(242_313_615)));
    String text = SwapJournalFormat.format(journal);
    assertThat(text)
        .isEqualTo(
            "quartermaster-journal 1\n"
                + "transaction 0b0fd0ab-0b7c-4a3c-8b5a-5a1d39b8f0c7\n"
                + "war the share.war\n"
                + "war .\n"
                + "war /somewhere/else/alfresco.war\n"
                + "replace 242313615\n"
                + "end 6\n");
    assertThat(SwapJournalFormat.parse(war, text)).isEqualTo(journal);
  }

  @Test
  void journal_of_an_exploded_war_is_read_as_it_was_written() throws IOException {
    WarTarget war = new WarTarget(Files.createDirectory(folder.resolve("alfresco")));
    SwapJournal journal =
        new SwapJournal(
            war,
            ID,
            List.of(war),
            List.of(
                new DeleteFile("WEB-INF/lib/old 1.jar"),
                new DeleteFolder("ein/Verzeichnis mit \u00dcmlaut"),
                new PutFolder(0, "new folder"),
                new PutFile(1, 5_000_000_000L, "new folder/7 8.txt")));
    assertThat(SwapJournalFormat.parse(war, SwapJournalFormat.format(journal))).isEqualTo(journal);
  }

  @Test
  void name_with_a_line_break_cannot_forge_a_step() {
    WarTarget war = new WarTarget(folder);
    SwapJournal journal =
        new SwapJournal(war, ID, List.of(war), List.of(new DeleteFile("a\ndelete b")));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SwapJournalFormat.format(journal))
        .withMessageContaining("control character");
  }
}
