package io.github.quartermaster.it.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * The times of some runs of the same thing.
 *
 * @param name what was measured
 * @param times of each run, sorted
 * @param inside the longest that a run spent in the library itself; zero where it was not asked
 * @param peakHeap the most heap that one more run had in use, in bytes; 0 where it was not asked
 */
record Measurement(String name, List<Duration> times, Duration inside, long peakHeap) {
  Measurement {
    times = times.stream().sorted().toList();
  }

  Duration median() {
    int middle = times.size() / 2;
    return times.size() % 2 == 1
        ? times.get(middle)
        : times.get(middle - 1).plus(times.get(middle)).dividedBy(2);
  }

  Duration fastest() {
    return times.get(0);
  }

  Duration slowest() {
    return times.get(times.size() - 1);
  }
}
