package io.github.quartermaster.it;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Kills calls: the power goes, or somebody has no patience. */
final class SuddenDeath {
  private static final int LONGEST_DELAY_MILLIS = 15;

  private final List<String> undisturbed;
  private final Random random;

  /**
   * Kills calls of this kind.
   *
   * @param undisturbed what one writes that nobody kills
   */
  SuddenDeath(List<String> undisturbed, Random random) {
    this.undisturbed = undisturbed;
    this.random = random;
  }

  /** Kills a call some milliseconds after some event, and says after which. */
  String strike(AmpsProcess.Call call) throws Exception {
    int event = random.nextBoolean() ? random.nextInt(undisturbed.size()) : rareEvent();
    long delay = random.nextInt(LONGEST_DELAY_MILLIS);
    try (AmpsProcess process = call.start()) {
      process.lines(event + 1);
      TimeUnit.MILLISECONDS.sleep(delay);
      process.kill();
    }
    return "%d ms after event %d, %s".formatted(delay, event, undisturbed.get(event));
  }

  /** Most of the time goes into copying, most of the danger lies elsewhere. */
  private int rareEvent() {
    List<Integer> rare =
        IntStream.range(0, undisturbed.size())
            .filter(i -> !undisturbed.get(i).equals("Progress"))
            .boxed()
            .toList();
    return rare.get(random.nextInt(rare.size()));
  }
}
