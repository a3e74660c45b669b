package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ComponentId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often the true cause was among the first.
 *
 * @param ranks its rank in each case, from 1
 */
record Hits(List<Integer> ranks) {
  Hits {
    ranks = List.copyOf(ranks);
  }

  /** One more than the number of others with a share as large; without a share the last of all. */
  static int rank(List<RankedCause> causes, ComponentId truth, int components) {
    double share =
        causes.stream()
            .filter(cause -> cause.component().equals(truth) || cause.aliases().contains(truth))
            .mapToDouble(RankedCause::share)
            .findFirst()
            .orElse(0);
    if (share == 0) {
      return components;
    }
    return (int) causes.stream().filter(cause -> cause.share() >= share).count();
  }

  int cases() {
    return ranks.size();
  }

  int within(int first) {
    return (int) ranks.stream().filter(rank -> rank <= first).count();
  }

  double rate(int first) {
    return (double) within(first) / cases();
  }

  /** Hits within the first 1, 3 and 5. */
  List<Integer> within135() {
    return IntStream.of(1, 3, 5).map(this::within).boxed().toList();
  }
}
