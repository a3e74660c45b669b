package io.github.quartermaster.ebs.testkit.internal.serve;

import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the requests and remembers the newest of them. Thread-safe. */
public final class RequestLog {
  private static final int MOST = 100_000;
  private static final long MOST_CHARACTERS = 64L << 20;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private long number;
  private long characters;

  private static final class Entry {
    private EmulatedRequest request;

    Entry(EmulatedRequest request) {
      this.request = request;
    }
  }

  synchronized EmulatedRequest add(
      String service, String action, String region, Map<String, String> parameters, Instant at) {
    number++;
    int call = calls.merge(action, 1, Integer::sum);
    EmulatedRequest request =
        new EmulatedRequest(number, call, service, action, region, parameters, at, "");
    entries.add(new Entry(request));
    characters += size(request);
    while (entries.size() > MOST || characters > MOST_CHARACTERS) {
      characters -= size(entries.remove().request);
    }
    return request;
  }

  private static long size(EmulatedRequest request) {
    return request.parameters().entrySet().stream()
        .mapToLong(parameter -> parameter.getKey().length() + parameter.getValue().length())
        .sum();
  }

  synchronized void answered(EmulatedRequest request) {
    for (var newestFirst = entries.descendingIterator(); newestFirst.hasNext(); ) {
      Entry entry = newestFirst.next();
      if (entry.request.number() == request.number()) {
        entry.request = request;
        return;
      }
    }
  }

  /** All that are remembered, oldest first. */
  public synchronized List<EmulatedRequest> all() {
    return entries.stream().map(entry -> entry.request).toList();
  }
}
