package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.read.CloudReader;
import io.github.quartermaster.ebs.internal.read.Patience;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsListener;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What every job of the front door works with.
 *
 * @param timelines makes one for each call
 */
record Surroundings(
    BlockStorage storage, EbsListener listener, Clock clock, Supplier<Timeline> timelines) {
  /** How long a question is asked again before anything is begun. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  CloudReader reader(Timeline timeline) {
    return new CloudReader(storage, patience(timeline));
  }

  Patience patience(Timeline timeline) {
    return new Patience(timeline, PATIENCE);
  }
}
