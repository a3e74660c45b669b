package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertNotice;
import java.util.List;

/**
 * What another monitor sent.
 *
 * @param notices alerts that begin, go on or are over
 * @param left how many more it has and left out; 0 for none
 */
record HookMessage(List<AlertNotice> notices, long left) {
  /** Copies the list. */
  HookMessage {
    notices = List.copyOf(notices);
  }
}
