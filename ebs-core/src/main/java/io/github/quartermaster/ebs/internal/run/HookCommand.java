package io.github.quartermaster.ebs.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command of the user's, run without a shell.
 *
 * @param arguments the program and its arguments
 * @param environment added to ours
 */
record HookCommand(List<String> arguments, Map<String, String> environment) {
  private static final int SHOWN = 500;

  /**
   * How it ended.
   *
   * @param exit what it ended with, or null where it did not by itself
   * @param trouble what went wrong, or null
   */
  record Ended(@Nullable Integer exit, @Nullable String trouble) {}

  /**
   * Runs it to its end.
   *
   * @param limit after which it is killed
   * @return what went wrong, if anything
   */
  Optional<String> run(Duration limit) {
    return Optional.ofNullable(end(limit).trouble());
  }

  /** Likewise, and tells what it ended with. */
  Ended end(Duration limit) {
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      OutputTail output = new OutputTail(process.getInputStream());
      output.start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return new Ended(
            null, arguments.get(0) + " did not end within " + limit.toSeconds() + " s");
      }
      output.join(TimeUnit.SECONDS.toMillis(1));
      int exit = process.exitValue();
      return new Ended(
          exit, exit == 0 ? null : arguments.get(0) + " ended with " + exit + output.asSuffix());
    } catch (IOException e) {
      return new Ended(null, arguments.get(0) + " could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(null, arguments.get(0) + " was interrupted");
    }
  }

  /** Reads what the command prints, so that it never blocks, and keeps the end. */
  private static final class OutputTail extends Thread {
    private final InputStream stream;
    private final StringBuilder tail = new StringBuilder();

    OutputTail(InputStream stream) {
      super("ebs-hook-output");
      this.stream = stream;
      setDaemon(true);
    }

    @Override
    public void run() {
      byte[] buffer = new byte[1024];
      try {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
      } catch (IOException closed) {
        append(" (" + closed.getMessage() + ")");
      }
    }

    private synchronized void append(String text) {
      tail.append(text);
      if (tail.length() > SHOWN) {
        tail.delete(0, tail.length() - SHOWN);
      }
    }

    synchronized String asSuffix() {
      String shown = tail.toString().strip().replaceAll("\\p{Cntrl}", " ");
      return shown.isEmpty() ? "" : ": " + shown;
    }
  }
}
