package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.JOURNAL_UNREADABLE;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal: a header, then {@code time <tab> kind <tab> token}. None of the fields
 * can hold a tab or a line end, so nothing is ever quoted.
 *
 * @param owner the run, or null where nothing is written yet; read it by {@link #run()}
 * @param begun when the first line after the header was written, or null
 * @param unanswered the time of each intent of which nothing more was noted, by token
 * @param isEnded whether it was finished, and not taken up since
 * @param length of the whole lines, in bytes
 */
record JournalContent(
    @Nullable RunId owner,
    @Nullable Instant begun,
    Map<String, Instant> unanswered,
    boolean isEnded,
    long length) {
  /** Of a journal in which nothing is written yet. */
  static final JournalContent EMPTY = new JournalContent(null, null, Map.of(), false, 0);

  static final String INTENT = "intent";
  static final String DONE = "done";
  static final String NOT_DONE = "not-done";
  static final String END = "end";

  private static final String FORMAT = "quartermaster-ebs-journal 1 ";

  /** Some thousand volumes with copies need a tenth of it. */
  private static final long LONGEST = 64L << 20;

  JournalContent {
    unanswered = Map.copyOf(unanswered);
  }

  boolean isEmpty() {
    return owner == null;
  }

  boolean isOf(RunId run) {
    return run.equals(owner);
  }

  Optional<RunId> run() {
    return Optional.ofNullable(owner);
  }

  static String header(RunId run) {
    return FORMAT + run + "\n";
  }

  static String line(Instant time, String kind, String subject) {
    return time + "\t" + kind + "\t" + subject + "\n";
  }

  static JournalContent read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size > LONGEST) {
      throw unreadable(file, "it is longer than any journal of ours");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // goes on until all is read
    }
    return parse(file, new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
  }

  static JournalContent parse(Path file, String text) {
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.isEmpty()) {
      // nothing, or a header that a crash cut short
      if (!FORMAT.startsWith(text) && !text.startsWith(FORMAT)) {
        throw unreadable(file, "it does not begin like one");
      }
      return EMPTY;
    }
    String[] lines = whole.split("\n", -1);
    RunId run = owner(file, lines[0]);
    Map<String, Instant> unanswered = new HashMap<>();
    @Nullable Instant begun = null;
    boolean ended = false;
    for (int i = 1; i < lines.length - 1; i++) {
      String[] fields = lines[i].split("\t", -1);
      if (fields.length != 3) {
        throw unreadable(
            file, "line " + (i + 1) + " has " + fields.length + " fields instead of 3");
      }
      Instant time = time(file, i + 1, fields[0]);
      begun = begun == null ? time : begun;
      ended = fields[1].equals(END);
      if (fields[1].equals(INTENT)) {
        unanswered.put(fields[2], time);
      } else {
        unanswered.remove(fields[2]);
      }
    }
    return new JournalContent(
        run, begun, unanswered, ended, whole.getBytes(StandardCharsets.UTF_8).length);
  }

  private static RunId owner(Path file, String header) {
    String run = header.startsWith(FORMAT) ? header.substring(FORMAT.length()) : "";
    if (!RunId.isWellFormed(run)) {
      throw unreadable(file, "it does not begin like one");
    }
    return new RunId(run);
  }

  private static Instant time(Path file, int line, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw unreadable(file, "line " + line + " does not begin with a time");
    }
  }

  private static EbsException unreadable(Path file, String why) {
    return new EbsException(
        Problem.error(
            JOURNAL_UNREADABLE,
            file,
            "tried to read the journal " + file + "; " + why,
            "Move it away; what the run has made is then found by its tags, given the run's id"));
  }
}
