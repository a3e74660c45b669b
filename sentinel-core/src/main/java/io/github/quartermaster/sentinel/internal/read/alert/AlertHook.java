package io.github.quartermaster.sentinel.internal.read.alert;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Understands what one kind of monitor sends. Does no input or output. */
interface AlertHook {
  /**
   * Reads a message.
   *
   * @param at when it came
   * @throws IOException if it is none; says why, without showing it
   */
  HookMessage understand(byte[] body, Instant at) throws IOException;

  /** How long an alert holds of which nothing more is heard. */
  Duration forgetAfter();
}
