package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source has sent that is not over: each alert once, however often it was sent, and no more
 * than {@value AlertBoard#MOST_ALERTS}. Safe for use by several threads.
 */
final class HeldAlerts {
  // so that as many as may be held stay below 100 MB
  private static final int LARGEST = 8000;

  private final SourceSpec spec;
  private final AlertHook hook;
  private final Mappings mappings;
  private final Map<String, Held> held = new LinkedHashMap<>();
  private long left;

  private record Held(AlertNotice notice, Instant heardAt) {}

  HeldAlerts(SourceSpec spec, AlertHook hook) {
    this.spec = spec;
    this.hook = hook;
    this.mappings = new Mappings(spec);
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
    for (AlertNotice notice : message.notices()) {
      if (mappings.map(notice).isPresent()) {
        news |= note(notice, at);
      }
    }
    return news;
  }

  private boolean note(AlertNotice notice, Instant at) throws IOException {
    Held before = held.get(notice.key());
    if (!Mappings.isTrouble(notice.status())) {
      // one that ended before this one began may be told late
      boolean ends = before != null && !notice.since().isBefore(before.notice().since());
      return ends && held.remove(notice.key()) != null;
    }
    if (size(notice) > LARGEST) {
      throw new IOException(
          "an alert has more than " + LARGEST + " characters of names and labels");
    }
    if (before == null && held.size() >= AlertBoard.MOST_ALERTS) {
      throw new IOException("there are more than " + AlertBoard.MOST_ALERTS + " alerts already");
    }
    held.put(notice.key(), new Held(notice, at));
    return before == null
        || before.notice().status() != notice.status()
        || !before.notice().since().equals(notice.since());
  }

  private static int size(AlertNotice notice) {
    return notice.key().length()
        + notice.labels().entrySet().stream()
            .mapToInt(label -> label.getKey().length() + label.getValue().length())
            .sum();
  }

  /** What holds at a moment; what is older than it may be is forgotten. */
  synchronized List<ExternalAlert> alerts(Instant at) {
    Instant oldest = at.minus(hook.forgetAfter());
    held.values().removeIf(each -> each.heardAt().isBefore(oldest));
    return held.values().stream().flatMap(each -> mappings.map(each.notice()).stream()).toList();
  }

  /** Goes on with what was sent before, as far as it is mapped to a component now. */
  void takeOver(HeldAlerts before) {
    Map<String, Held> theirs;
    synchronized (before) {
      theirs = new LinkedHashMap<>(before.held);
    }
    synchronized (this) {
      theirs.values().removeIf(each -> mappings.map(each.notice()).isEmpty());
      theirs.forEach(held::putIfAbsent);
    }
  }

  /** How many alerts the last message left out. */
  synchronized long left() {
    return left;
  }
}
