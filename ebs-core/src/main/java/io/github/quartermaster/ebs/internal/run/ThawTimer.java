package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.FreezeHooks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that outlives ours and thaws at the deadline. It is a session of its own, deaf to the
 * signals that end a terminal's processes.
 */
final class ThawTimer implements AutoCloseable {
  /** Constant; what varies are its arguments, which no shell reads. */
  private static final String SCRIPT = "trap '' HUP INT TERM; sleep \"$1\"; shift; exec \"$@\"";

  private final Process process;
  private boolean left;

  private ThawTimer(Process process) {
    this.process = process;
  }

  static ThawTimer start(FreezeHooks hooks, Map<String, String> environment) throws NotStarted {
    List<String> timer = new ArrayList<>(List.of("sh", "-c", SCRIPT, "thaw-timer"));
    timer.add(Long.toString(Math.max(1, hooks.deadline().toSeconds())));
    timer.addAll(hooks.thaw());
    List<String> ofItsOwn = new ArrayList<>(List.of("setsid"));
    ofItsOwn.addAll(timer);
    try {
      return new ThawTimer(start(ofItsOwn, environment));
    } catch (IOException noSetsid) {
      try {
        return new ThawTimer(start(timer, environment));
      } catch (IOException e) {
        e.addSuppressed(noSetsid);
        throw new NotStarted(e);
      }
    }
  }

  private static Process start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process started = builder.start();
    started.getOutputStream().close();
    return started;
  }

  /** Lets it run to the deadline, since the thaw of ours failed. */
  void leave() {
    left = true;
  }

  /** Ends it, unless it was left; it has nothing to do any more. */
  @Override
  public void close() {
    if (!left) {
      // its sleep last: when that ends, a shell that still lives would thaw
      List<ProcessHandle> sleep = process.descendants().toList();
      process.destroyForcibly().onExit().join();
      sleep.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** There is no way to have one. */
  static final class NotStarted extends Exception {
    private static final long serialVersionUID = 1;

    NotStarted(IOException cause) {
      super(cause);
    }

    String reason() {
      Throwable cause = getCause();
      return cause == null ? "" : String.valueOf(cause.getMessage());
    }
  }
}
