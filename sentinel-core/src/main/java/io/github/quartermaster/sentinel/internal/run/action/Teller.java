package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;
import java.util.Optional;

/** A way to tell somebody. */
sealed interface Teller permits ProgramTeller, WebhookTeller, MailTeller {
  /** The way, such as {@code mail to ops@example.org}; without anything secret. */
  String description();

  /** Why it cannot be gone now, as far as that can be seen without going it. */
  Optional<String> objection();

  /**
   * Tells.
   *
   * @return nothing where it was told, or else why not
   */
  Optional<String> tell(Notice notice, Deadline deadline) throws IOException, InterruptedException;
}
