package io.github.quartermaster.ebs.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command of the user's, run without a shell.
 *
 * @param arguments the program and its arguments
 * @param environment added to ours
 */
record HookCommand(List<String> arguments, Map<String, String> environment) {
  private static final int SHOWN = 500;

  /**
   * Runs it to its end.
   *
   * @param limit after which it is killed
   * @return what went wrong, if anything
   */
  Optional<String> run(Duration limit) {
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
        return Optional.of(arguments.get(0) + " did not end within " + limit.toSeconds() + " s");
      }
      output.join(TimeUnit.SECONDS.toMillis(1));
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(
              arguments.get(0) + " ended with " + process.exitValue() + output.asSuffix());
    } catch (IOException e) {
      return Optional.of(arguments.get(0) + " could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(arguments.get(0) + " was interrupted");
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
