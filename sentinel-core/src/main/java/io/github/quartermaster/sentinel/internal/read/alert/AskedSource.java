package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A source that is asked, in a thread of its own that is left alone where it hangs. While it hangs
 * it is not asked again, so that it costs one thread however often that would be.
 */
final class AskedSource {
  /** What its interrupt is given, to say itself what it waited for. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final SourceSpec spec;
  private final AlertSource source;
  private final Duration timeout;
  private final Mappings mappings;
  private @Nullable Thread thread;
  // that of the thread, done or not; and the one that this round waits for
  private @Nullable CompletableFuture<List<AlertNotice>> latest;
  private @Nullable CompletableFuture<List<AlertNotice>> answer;
  private Deadline deadline = Deadline.in(Duration.ZERO);

  AskedSource(SourceSpec spec, AlertSource source) {
    this.spec = spec;
    this.source = source;
    this.timeout = SourceTimeout.of(spec.settings());
    this.mappings = new Mappings(spec);
  }

  SourceSpec spec() {
    return spec;
  }

  /** Begins to ask, unless it still hangs. */
  void begin(Instant at) {
    CompletableFuture<List<AlertNotice>> before = latest;
    answer = null;
    if (before != null && !before.isDone()) {
      return;
    }
    deadline = Deadline.in(timeout);
    ProbeContext context = new ProbeContext(at, deadline);
    CompletableFuture<List<AlertNotice>> result = new CompletableFuture<>();
    Thread next = new Thread(() -> ask(context, result), "sentinel-source");
    next.setDaemon(true);
    next.start();
    thread = next;
    latest = result;
    answer = result;
  }

  private void ask(ProbeContext context, CompletableFuture<List<AlertNotice>> result) {
    try {
      result.complete(List.copyOf(source.alerts(context)));
    } catch (Throwable e) {
      // a parser's own mistakes are the trouble of its source and of nobody else
      result.completeExceptionally(e);
    }
  }

  /**
   * Waits for the answer: the alerts that are mapped to a component and tell of trouble.
   *
   * @throws IOException if there is none; says why
   */
  List<ExternalAlert> end() throws IOException {
    CompletableFuture<List<AlertNotice>> result = answer;
    if (result == null) {
      throw new IOException("it still hangs in an earlier call");
    }
    try {
      return result.get(deadline.remaining().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS).stream()
          .filter(notice -> Mappings.isTrouble(notice.status()))
          .flatMap(notice -> mappings.map(notice).stream())
          .toList();
    } catch (TimeoutException e) {
      interrupt();
      throw new IOException("it does not answer within " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("the work was broken off", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = cause.getMessage();
      throw new IOException(
          message == null ? cause.getClass().getSimpleName() : SafeText.of(message), e);
    }
  }

  private void interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
