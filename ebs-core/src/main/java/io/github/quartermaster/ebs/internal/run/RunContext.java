package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of one run share: whom to ask, whom to tell, and the queues in which calls wait
 * for their turn. For the deciding thread.
 */
final class RunContext {
  private final RunId run;
  private final BlockStorage storage;
  private final Timeline timeline;
  private final Journal journal;
  private final EbsListener listener;
  private final Map<Region, Map<Call, CallQueue>> queues = new HashMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private boolean changed;
  private boolean closed;

  RunContext(
      RunId run, BlockStorage storage, Timeline timeline, Journal journal, EbsListener listener) {
    this.run = run;
    this.storage = storage;
    this.timeline = timeline;
    this.journal = journal;
    this.listener = listener;
  }

  RunId run() {
    return run;
  }

  BlockStorage storage() {
    return storage;
  }

  Timeline timeline() {
    return timeline;
  }

  Journal journal() {
    return journal;
  }

  void tell(EbsEvent event) {
    listener.on(event);
  }

  CallQueue queue(Region region, Call call) {
    return queues
        .computeIfAbsent(region, r -> new HashMap<>())
        .computeIfAbsent(call, c -> newQueue(region, c));
  }

  private CallQueue newQueue(Region region, Call call) {
    CallQueue queue =
        new CallQueue(
            timeline,
            storage.traits().rate(call),
            (delay, why) -> tell(new EbsEvent.Delayed(region, call, delay, why)));
    if (closed) {
      queue.close();
    }
    return queue;
  }

  void warn(Problem problem) {
    if (!warnings.contains(problem)) {
      warnings.add(problem);
    }
  }

  List<Problem> warnings() {
    return warnings;
  }

  /** Something was created, tagged or removed, or may have been. */
  void changed() {
    changed = true;
  }

  boolean isChanged() {
    return changed;
  }

  /** Begins nothing more; what is under way comes back. */
  void close() {
    closed = true;
    queues.values().forEach(ofRegion -> ofRegion.values().forEach(CallQueue::close));
    timeline.stop();
  }

  boolean isClosed() {
    return closed;
  }
}
