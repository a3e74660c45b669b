package io.github.quartermaster.ebs.testkit;

import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The requests of an emulator once each has its outcome: a client may have read an answer a moment
 * before the emulator notes that it was sent.
 */
final class AnsweredRequests {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private AnsweredRequests() {}

  static List<EmulatedRequest> of(Ec2Emulator emulator) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (emulator.requests().stream().anyMatch(request -> request.outcome().isEmpty())
        && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return emulator.requests();
  }
}
