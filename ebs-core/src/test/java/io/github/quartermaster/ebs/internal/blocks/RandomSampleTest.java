package io.github.quartermaster.ebs.internal.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomSampleTest {
  @Property
  void so_many_are_chosen_each_once_and_the_same_seed_chooses_the_same(
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(max = 500) int all,
      @ForAll long seed) {
    List<Integer> chosen = sample(size, all, seed);

    assertThat(chosen)
        .hasSize(Math.min(size, all))
        .doesNotHaveDuplicates()
        .allMatch(item -> item >= 0 && item < all)
        .isEqualTo(sample(size, all, seed));
  }

  @Test
  void each_is_as_likely_as_any_other() {
    int[] times = new int[100];
    for (int seed = 0; seed < 10_000; seed++) {
      sample(10, 100, seed).forEach(item -> times[item]++);
    }

    // 1000 are expected; five standard deviations of 30
    assertThat(IntStream.of(times)).allMatch(count -> count > 850 && count < 1150);
  }

  private static List<Integer> sample(int size, int all, long seed) {
    RandomSample<Integer> sample = new RandomSample<>(size, seed);
    IntStream.range(0, all).forEach(sample::offer);
    return sample.chosen();
  }
}
