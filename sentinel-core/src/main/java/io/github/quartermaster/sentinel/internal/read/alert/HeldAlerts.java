package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source has sent that is not over: each alert once, however often it was sent, and no more
 * than {@value AlertBoard#MOST_ALERTS}. Safe for use by several threads.
 */
final class HeldAlerts {
  private final SourceSpec spec;
  private final AlertHook hook;
  private final Map<String, Held> held = new LinkedHashMap<>();
  private long left;

  private record Held(ExternalAlert alert, Instant heardAt) {}

  HeldAlerts(SourceSpec spec, AlertHook hook) {
    this.spec = spec;
    this.hook = hook;
  }

  SourceSpec spec() {
    return spec;
  }

  /**
   * Takes a message.
   *
   * @return whether it told of an alert that begins, changes or ends
   * @throws IOException if it is none, or there is no more room
   */
  synchronized boolean accept(byte[] body, Instant at) throws IOException {
    HookMessage message = hook.understand(body, at);
    left = message.left();
    boolean news = false;
    Mappings mappings = new Mappings(spec);
    for (AlertNotice notice : message.notices()) {
      Optional<ExternalAlert> alert = mappings.map(notice);
      if (alert.isPresent()) {
        news |= note(alert.get(), at);
      }
    }
    return news;
  }

  private boolean note(ExternalAlert alert, Instant at) throws IOException {
    Held before = held.get(alert.key());
    if (!Mappings.isTrouble(alert.status())) {
      // the end of an earlier one may come late, when there is a new one already
      boolean ends = before != null && !alert.since().isBefore(before.alert().since());
      return ends && held.remove(alert.key()) != null;
    }
    if (before == null && held.size() >= AlertBoard.MOST_ALERTS) {
      throw new IOException("there are more than " + AlertBoard.MOST_ALERTS + " alerts already");
    }
    held.put(alert.key(), new Held(alert, at));
    return before == null
        || before.alert().status() != alert.status()
        || !before.alert().since().equals(alert.since());
  }

  /** What holds at a moment; what is older than it may be is forgotten. */
  synchronized List<ExternalAlert> alerts(Instant at) {
    Instant oldest = at.minus(hook.forgetAfter());
    held.values().removeIf(each -> each.heardAt().isBefore(oldest));
    return held.values().stream().map(Held::alert).toList();
  }

  /** How many alerts the last message left out. */
  synchronized long left() {
    return left;
  }
}
