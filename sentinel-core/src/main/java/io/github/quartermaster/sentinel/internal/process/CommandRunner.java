package io.github.quartermaster.sentinel.internal.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs: no shell, no input but a short text, messages in English, bounded output and time,
 * nothing left running that outlived its time. Immutable, and safe for use by several threads.
 *
 * <p>The calling thread polls the pipes instead of blocking on them, since whatever a program left
 * behind may hold them open for ever.
 */
public final class CommandRunner {
  /** The most bytes that are kept of each stream. */
  public static final int LONGEST_OUTPUT = 64 * 1024;

  // what a program may print beyond that before it is taken for one that never stops
  private static final long FLOOD = 16L * 1024 * 1024;
  private static final File NOTHING = new File("/dev/null");
  private static final long LONGEST_PAUSE_MILLIS = 20;
  // POSIX: a shell's $? and the JDK's exit value of a process that a signal ended is 128 + signal
  private static final int SIGNAL_BASE = 128;
  private static final int LAST_SIGNAL = 64;

  /**
   * Runs a program to its end.
   *
   * @param limit after which it is killed together with what it started
   * @throws InterruptedException if the thread is interrupted; the program is killed then as well
   */
  public CommandResult run(Command command, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    Process process;
    try {
      process = start(command);
    } catch (IOException e) {
      return StartFailure.of(command, e);
    }
    if (command.input() != null) {
      feed(process, command.input());
    }
    try (CappedOutput out = new CappedOutput(process.getInputStream(), LONGEST_OUTPUT);
        CappedOutput err = new CappedOutput(process.getErrorStream(), LONGEST_OUTPUT)) {
      return watch(new Running(process, out, err, start), limit);
    }
  }

  private static Process start(Command command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.arguments());
    if (command.input() == null) {
      builder.redirectInput(NOTHING);
    }
    if (command.folder() != null) {
      builder.directory(command.folder().toFile());
    }
    // numbers with a decimal point and messages in English, whoever runs us
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(command.environment());
    return builder.start();
  }

  /** In a thread of its own: a program that never reads must not hold up who waits for it. */
  private static void feed(Process process, String input) {
    Thread thread =
        new Thread(
            () -> {
              try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                // it ended without reading; its exit code says whether that was right
                return;
              }
            },
            "command-input");
    thread.setDaemon(true);
    thread.start();
  }

  private static CommandResult watch(Running running, Duration limit) throws InterruptedException {
    ProcessTree tree = new ProcessTree(running.process.toHandle());
    boolean done = false;
    try {
      for (long pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
        boolean ended = running.process.waitFor(pause, TimeUnit.MILLISECONDS);
        boolean flooded = running.read() > FLOOD;
        if (ended) {
          done = true;
          return running.ended();
        }
        if (flooded) {
          return new CommandResult.Flooded(running.output(), running.took());
        }
        if (running.took().compareTo(limit) >= 0) {
          return new CommandResult.TimedOut(running.output(), running.took());
        }
        tree.look();
      }
    } finally {
      if (!done) {
        tree.kill();
      }
    }
  }

  /** A started program and what it printed so far. */
  private record Running(Process process, CappedOutput out, CappedOutput err, long start) {
    /** Takes what is there; the bytes that were printed so far. */
    long read() {
      return out.readAvailable() + err.readAvailable();
    }

    CommandResult ended() {
      read();
      int code = process.exitValue();
      return code > SIGNAL_BASE && code <= SIGNAL_BASE + LAST_SIGNAL
          ? new CommandResult.Signalled(code - SIGNAL_BASE, output(), took())
          : new CommandResult.Exited(code, output(), took());
    }

    CommandOutput output() {
      return new CommandOutput(out.text(), err.text(), out.isCut() || err.isCut());
    }

    Duration took() {
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }
}
