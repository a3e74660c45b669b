package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls actions, each in a thread of its own, and waits no longer than their time. One that does
 * not come back even when it is interrupted is left alone, and nothing else is done until it has.
 */
final class ActionCalls {
  /** How long an action may think about what it would do. */
  static final Duration PREVIEW_AT_MOST = Duration.ofSeconds(10);

  /** What the action's interrupt is given, to end before it is left alone. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final String SILENT = "it says nothing";

  private @Nullable Thread left;
  private String leftName = "";

  /** What has not come back yet. */
  Optional<String> busy() {
    if (left != null && left.isAlive()) {
      return Optional.of(leftName + " was interrupted and has not come back yet");
    }
    left = null;
    return Optional.empty();
  }

  /** What it would do; an objection where that cannot be found out. */
  ActionPreview preview(Action action, ActionContext context, String name)
      throws InterruptedException {
    try {
      return call(() -> Objects.requireNonNull(action.preview(context), SILENT), context, name);
    } catch (ExecutionException e) {
      return new ActionPreview("", "what it would do cannot be found out: " + words(e.getCause()));
    } catch (TimeoutException e) {
      return new ActionPreview("", "what it would do was not found out in time");
    }
  }

  /** Does it. */
  ActionOutcome run(Action action, ActionContext context, Duration atMost, String name)
      throws InterruptedException {
    try {
      return call(() -> Objects.requireNonNull(action.run(context), SILENT), context, name);
    } catch (ExecutionException e) {
      return new ActionOutcome.Failed(words(e.getCause()));
    } catch (TimeoutException e) {
      return new ActionOutcome.Failed("it did not end within " + atMost.toSeconds() + " s");
    }
  }

  private <T> T call(Callable<T> call, ActionContext context, String name)
      throws InterruptedException, ExecutionException, TimeoutException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "sentinel-action");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(context.deadline().remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      thread.interrupt();
      left = thread;
      leftName = name;
      if (e instanceof TimeoutException) {
        thread.join(GRACE.toMillis());
      }
      throw e;
    }
  }

  private static String words(@Nullable Throwable failure) {
    if (failure == null) {
      return "it failed";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
