package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.LinkState;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the interface of the default route says of itself. */
final class LinkJudge {
  // a healthy wire loses next to nothing; with one packet in a hundred TCP is already slow
  private static final Limits ERRORS = new Limits(Range.atMost(1), Range.atMost(10));

  /** With fewer packets than that a share of them says nothing. */
  private static final long ENOUGH_PACKETS = 100;

  private LinkJudge() {}

  /**
   * Judges an interface.
   *
   * @param name its name, empty where no route leads outside
   * @param earlier the same some time before, or null
   */
  static Reading of(
      ComponentId id, String name, Optional<LinkState> found, @Nullable LinkState earlier) {
    if (name.isEmpty()) {
      return Reading.notChecked(id, "no default route tells which interface leads outside");
    }
    if (found.isEmpty()) {
      return Reading.notChecked(id, "this system does not tell the state of " + name);
    }
    LinkState link = found.get();
    if (!link.up()) {
      return Reading.down(id, name + " is down (" + link.state() + ")").failingAt(Layer.LINK);
    }
    Reading reading = Reading.of(id).message(name + " is up");
    return earlier == null || !earlier.name().equals(name)
        ? reading
        : withErrors(reading, earlier, link);
  }

  private static Reading withErrors(Reading reading, LinkState earlier, LinkState link) {
    long packets = Math.max(0, link.packets() - earlier.packets());
    long errors = Math.max(0, link.errors() - earlier.errors());
    long drops = Math.max(0, link.drops() - earlier.drops());
    long all = packets + errors;
    Limits limits = all >= ENOUGH_PACKETS ? ERRORS : Limits.NONE;
    double percent = all == 0 ? 0 : Amount.rounded(100.0 * errors / all);
    Reading more =
        reading
            .metric(limits.on(Metric.of("errors", percent, "%").bounds(0, 100)))
            .metric(Metric.of("drops", (double) drops, ""));
    return limits.alertOn(percent)
        ? more.message(
                link.name()
                    + " is up, "
                    + Amount.number(percent)
                    + " % of its packets are faulty"
                    + limits.text())
            .failingAt(Layer.LINK)
        : more;
  }
}
