package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ResultOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes external commands into the pipe of Nagios, one line each. To open a pipe that nobody reads
 * waits for ever and cannot be interrupted, so that a thread does it that may be left behind; while
 * one waits there is no other.
 */
final class NagiosPipe implements ResultOutput {
  /** What the kernel writes in one piece, so that lines of several writers do not mix: PIPE_BUF. */
  private static final int MOST_BYTES = 4096;

  private final Path pipe;
  private final NagiosService service;
  private @Nullable CompletableFuture<Void> writing;

  NagiosPipe(Path pipe, NagiosService service) {
    this.pipe = pipe;
    this.service = service;
  }

  @Override
  public void tell(Bulletin bulletin, Deadline deadline) throws IOException, InterruptedException {
    refuseOtherThanPipe();
    CompletableFuture<Void> before = writing;
    if (before != null && !before.isDone()) {
      throw new IOException("nobody reads " + pipe + ": Nagios is down or stuck");
    }
    byte[] line = line(bulletin);
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread = new Thread(() -> write(line, deadline, done), "sentinel-nagios-pipe");
    thread.setDaemon(true);
    thread.start();
    writing = done;
    try {
      done.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nobody reads " + pipe + ": Nagios is down or stuck", e);
    } catch (ExecutionException e) {
      throw new IOException("nothing can be written into " + pipe + ": " + e.getCause(), e);
    }
  }

  /** A regular file would hinder Nagios from making its pipe, and nobody would ever read it. */
  private void refuseOtherThanPipe() throws IOException {
    if (!Files.exists(pipe, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("there is no " + pipe + ": Nagios is down, or its pipe is elsewhere");
    }
    if (!Files.readAttributes(pipe, BasicFileAttributes.class).isOther()) {
      throw new IOException(pipe + " is no pipe");
    }
  }

  private void write(byte[] line, Deadline deadline, CompletableFuture<Void> done) {
    try (OutputStream out = Files.newOutputStream(pipe, StandardOpenOption.WRITE)) {
      // once somebody reads again, what was to be said then is of no use
      if (!deadline.isOver()) {
        out.write(line);
      }
      done.complete(null);
    } catch (IOException e) {
      done.completeExceptionally(e);
    }
  }

  private byte[] line(Bulletin bulletin) {
    String command =
        "["
            + bulletin.at().getEpochSecond()
            + "] PROCESS_SERVICE_CHECK_RESULT;"
            + service.hostOf(bulletin)
            + ";"
            + service.service()
            + ";"
            + bulletin.verdict().exitCode()
            + ";";
    int room = MOST_BYTES - 1 - command.getBytes(StandardCharsets.UTF_8).length;
    return (command + PluginText.escaped(bulletin.pluginText(), room) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
