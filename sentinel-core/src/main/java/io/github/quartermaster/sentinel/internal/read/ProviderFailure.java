package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Deadline;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;

/** Says why a provider could not find out. */
final class ProviderFailure {
  private ProviderFailure() {}

  /** The words for what it threw; beyond its time an interrupt is ours. */
  static String words(Throwable failure, Deadline deadline, Duration timeout) {
    if (failure instanceof InterruptedException || (deadline.isOver() && isEcho(failure))) {
      return late(timeout);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? "could not be found out: " + failure.getClass().getSimpleName()
        : "could not be found out: " + message;
  }

  /** The words for a provider whose time is over. */
  static String late(Duration timeout) {
    long millis = timeout.toMillis();
    String time = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    return "no answer within " + time;
  }

  /** What libraries make of an interrupt. */
  private static boolean isEcho(Throwable failure) {
    return failure instanceof ClosedByInterruptException
        || failure instanceof InterruptedIOException
        || failure.getCause() instanceof InterruptedException;
  }
}
