package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.OutputSpec;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.SafeText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Telling one monitor, in a thread of its own that is left alone where it hangs. */
final class OutputCall {
  /** What its interrupt is given, to say itself what it waited for. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final OutputSpec spec;
  private final ResultOutput output;
  private @Nullable Thread thread;
  // that of the thread, done or not; and the one that this round waits for
  private @Nullable CompletableFuture<Void> latest;
  private @Nullable CompletableFuture<Void> done;
  private Deadline deadline = Deadline.in(Duration.ZERO);

  OutputCall(OutputSpec spec, ResultOutput output) {
    this.spec = spec;
    this.output = output;
  }

  /** Begins to tell it, unless it still hangs. */
  void begin(Bulletin bulletin) {
    CompletableFuture<Void> before = latest;
    done = null;
    if (before != null && !before.isDone()) {
      return;
    }
    CompletableFuture<Void> result = new CompletableFuture<>();
    Deadline by = Deadline.in(spec.timeout());
    Thread next = new Thread(() -> run(bulletin, by, result), "sentinel-output");
    next.setDaemon(true);
    next.start();
    thread = next;
    latest = result;
    done = result;
    deadline = by;
  }

  private void run(Bulletin bulletin, Deadline by, CompletableFuture<Void> result) {
    try {
      output.tell(bulletin, by);
      result.complete(null);
    } catch (Throwable e) {
      // kept for whoever waits; a thread that nobody watches would lose it
      result.completeExceptionally(e);
    }
  }

  /** Waits for its end; a problem where it could not be told. */
  Optional<Problem> end() {
    CompletableFuture<Void> result = done;
    if (result == null) {
      return Optional.of(problem("it still hangs in an earlier call"));
    }
    try {
      result.get(deadline.remaining().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      interrupt();
      return Optional.of(problem("it takes longer than " + spec.timeout().toMillis() + " ms"));
    } catch (InterruptedException e) {
      interrupt();
      Thread.currentThread().interrupt();
      return Optional.of(problem("the work was broken off"));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = cause.getMessage();
      return Optional.of(problem(message == null ? cause.getClass().getSimpleName() : message));
    }
  }

  private void interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  private Problem problem(String why) {
    return Problem.warning(
        ProblemCode.OUTPUT_FAILED,
        spec.name(),
        SafeText.of("tried to tell the output " + spec.name() + " (" + spec.type() + "); " + why),
        "Check that it runs and what is set under outputs; the next round tells it again");
  }
}
