package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file beside a WAR that holds its journal. */
final class SwapJournalFile {
  private static final int MAX_BYTES = 64 << 20;

  private SwapJournalFile() {}

  /** Puts the journal beside its WAR: whole, and on the disk, or not at all. */
  static void write(Disk disk, SwapJournal journal) throws IOException {
    byte[] bytes = SwapJournalFormat.format(journal).getBytes(StandardCharsets.UTF_8);
    WarTarget war = journal.war();
    try (FileChannel file = disk.create(war.journalDraft())) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      disk.sync(file);
    }
    disk.rename(war.journalDraft(), war.journal());
    disk.syncFolder(war.folder());
  }

  /**
   * The journal beside a WAR, if one lies there.
   *
   * @throws IOException if it cannot be read, or is not understood in full
   */
  static Optional<SwapJournal> read(WarTarget war) throws IOException {
    Path file = war.journal();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException(file + " is too large for a journal");
    }
    return Optional.of(SwapJournalFormat.parse(war, new String(bytes, StandardCharsets.UTF_8)));
  }
}
