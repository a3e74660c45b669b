package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.JOURNAL_UNREADABLE;
import static io.github.quartermaster.ebs.model.ProblemCode.JOURNAL_UNWRITABLE;
import static io.github.quartermaster.ebs.model.ProblemCode.RUN_LOCKED;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a run intended and did. An intent is on the disk before its call is made; so whoever comes
 * after a crash knows of every call that may have happened. Losing the journal loses time, nothing
 * else: the tags in the cloud say the same.
 *
 * <p>Locked against other processes while it is open. Safe for use by several threads.
 */
public final class Journal implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final Clock clock;
  private final JournalContent content;

  private Journal(Path file, FileChannel channel, Clock clock, JournalContent content) {
    this.file = file;
    this.channel = channel;
    this.clock = clock;
    this.content = content;
  }

  /**
   * Opens the journal of a run; one that is not there is begun.
   *
   * @throws EbsException if another process is at the same run, the file is another run's or none
   *     of ours, or it cannot be written
   */
  public static Journal open(Path file, RunId run, Clock clock) {
    return open(file, run, clock, Long.MAX_VALUE);
  }

  /**
   * Likewise, of what is repeated for ever under the same name.
   *
   * @param most the bytes beyond which a journal that is finished begins anew: nothing it notes is
   *     of use any more
   */
  public static Journal open(Path file, RunId run, Clock clock, long most) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        lock(file, run, channel);
        return new Journal(file, channel, clock, begin(file, run, channel, most));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void lock(Path file, RunId run, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      locked = false;
    }
    if (!locked) {
      throw new EbsException(
          Problem.error(
              RUN_LOCKED,
              file,
              "tried to take up run " + run + "; another process is at it, by its journal " + file,
              "Wait for it to end, or give this run another id"));
    }
  }

  private static JournalContent begin(Path file, RunId run, FileChannel channel, long most)
      throws IOException {
    JournalContent content = JournalContent.read(file, channel);
    if (content.isOf(run) && content.isEnded() && content.length() > most) {
      content = JournalContent.EMPTY;
    }
    if (content.isEmpty()) {
      channel.truncate(0);
      channel.position(0);
      write(channel, JournalContent.header(run));
      channel.force(true);
      return content;
    }
    if (!content.isOf(run)) {
      throw new EbsException(
          Problem.error(
              JOURNAL_UNREADABLE,
              file,
              "tried to open the journal " + file + " of run " + run + "; it is another run's",
              "Name another journal, or that run"));
    }
    // a line that a crash cut short says nothing that the cloud does not know
    channel.truncate(content.length());
    channel.position(content.length());
    return content;
  }

  /**
   * When an earlier process meant to make a call whose answer it did not note: it may have
   * happened.
   */
  public Optional<Instant> unanswered(Token token) {
    return Optional.ofNullable(content.unanswered().get(token.toString()));
  }

  /** A call is about to be made; returns once that is on the disk. */
  public void intend(Token token) {
    append(JournalContent.INTENT, token.toString(), true);
  }

  /** The call was answered, or a look settled it: it happened. */
  public void done(Token token) {
    append(JournalContent.DONE, token.toString(), false);
  }

  /** It was answered, or a look settled it: it did not happen. */
  public void notDone(Token token) {
    append(JournalContent.NOT_DONE, token.toString(), false);
  }

  /** Nothing is left that taking up the run again could finish. */
  public void end() {
    append(JournalContent.END, "-", true);
  }

  private synchronized void append(String kind, String subject, boolean synced) {
    try {
      write(channel, JournalContent.line(clock.instant(), kind, subject));
      if (synced) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static EbsException unwritable(Path file, IOException cause) {
    return new EbsException(
        Problem.error(
            JOURNAL_UNWRITABLE,
            file,
            "tried to write the journal " + file + "; " + cause,
            "Make room there, or name another place"),
        cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** What earlier processes left open, by token. */
  Map<String, Instant> unanswered() {
    return content.unanswered();
  }
}
