package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One daemon for each state folder. The operating system lets go of the lock when its holder dies,
 * however it dies; what stands in the file only tells people who that is.
 */
final class InstanceLock implements AutoCloseable {
  private static final String NAME = "sentinel.lock";
  private static final int LONGEST = 200;

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @throws SentinelException if another process has it
   * @throws IOException if there can be no lock in this folder
   */
  static InstanceLock take(Path state, Clock clock) throws IOException {
    Path file = state.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw new SentinelException(List.of(taken(state, holder(channel))));
      }
      String self =
          "pid "
              + ProcessHandle.current().pid()
              + " since "
              + clock.instant().truncatedTo(ChronoUnit.SECONDS)
              + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)), 0);
      return new InstanceLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // another daemon within this very process
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    channel.read(bytes, 0);
    return SafeText.of(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8))
        .strip();
  }

  private static Problem taken(Path state, String holder) {
    return Problem.error(
        ProblemCode.DAEMON_RUNNING,
        state,
        "tried to begin watching with the state folder "
            + state
            + "; another daemon uses it"
            + (holder.isEmpty() ? "" : ", " + holder),
        "Stop that one, or give this one a state folder of its own");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
