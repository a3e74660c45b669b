package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.RESTORE_FAILED;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Looks at new volumes until each can be used, or cannot be had. For the deciding thread. */
final class VolumeWatch {
  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A new volume may be missing in lists for a while. */
  private static final Duration VISIBLE_BY_THEN = Duration.ofSeconds(60);

  private static final int LOOKS_TO_BE_LOST = 3;

  private final RunContext context;
  private final Region region;
  private final Consumer<VolumeOrder> ready;
  private final BiConsumer<VolumeOrder, Problem> failed;
  private final Consumer<Refused<?>> refused;
  private final List<VolumeOrder> watched = new ArrayList<>();
  private Duration interval = SHORTEST;
  private boolean isDue;

  /**
   * Nothing to look at yet.
   *
   * @param refused takes the reason for which looking is not allowed
   */
  VolumeWatch(
      RunContext context,
      Region region,
      Consumer<VolumeOrder> ready,
      BiConsumer<VolumeOrder, Problem> failed,
      Consumer<Refused<?>> refused) {
    this.context = context;
    this.region = region;
    this.ready = ready;
    this.failed = failed;
    this.refused = refused;
  }

  /** Looks at this one as well, from now on; its id is known. */
  void add(VolumeOrder order) {
    watched.add(order);
    interval = SHORTEST;
    lookLater();
  }

  private void lookLater() {
    watched.removeIf(VolumeOrder::isSettled);
    if (!isDue && !watched.isEmpty() && !context.isClosed()) {
      isDue = true;
      context.timeline().at(context.timeline().now().plus(interval), this::look);
      interval = interval.multipliedBy(3).dividedBy(2);
      interval = interval.compareTo(LONGEST) < 0 ? interval : LONGEST;
    }
  }

  private void look() {
    isDue = false;
    watched.removeIf(VolumeOrder::isSettled);
    Instant begun = context.timeline().now();
    List<VolumeOrder> some = watched.stream().limit(VolumeFilter.MOST_IDS).toList();
    if (some.isEmpty()) {
      return;
    }
    // who was looked at goes to the end
    watched.removeAll(some);
    watched.addAll(some);
    isDue = true;
    List<VolumeId> ids = some.stream().flatMap(order -> order.id().stream()).toList();
    context
        .queue(region, Call.DESCRIBE)
        .submit(
            () -> context.storage().volumes(region, new VolumeFilter.Ids(ids), null),
            answer -> looked(begun, some, answer));
  }

  private void looked(Instant begun, List<VolumeOrder> some, Answer<Page<Volume>> answer) {
    isDue = false;
    if (answer instanceof Refused<?> no) {
      refused.accept(no);
      return;
    }
    if (answer instanceof Done<Page<Volume>> done && done.value().next().isEmpty()) {
      Map<VolumeId, Volume> found = new HashMap<>();
      done.value().items().forEach(volume -> found.put(volume.id(), volume));
      some.forEach(
          order ->
              order
                  .id()
                  .map(found::get)
                  .ifPresentOrElse(volume -> seen(order, volume), () -> missed(order, begun)));
    } else {
      String why =
          answer instanceof Ambiguous<?> ambiguous
              ? ambiguous.why()
              : answer instanceof Wait<?> wait ? wait.why() : "its list is not whole";
      context.tell(new EbsEvent.Delayed(region, Call.DESCRIBE, interval, why));
    }
    lookLater();
  }

  private void seen(VolumeOrder order, Volume volume) {
    order.seen(volume);
    if (volume.isReady()) {
      order.ready();
      context.tell(new EbsEvent.VolumeReady(order.planned().source(), volume));
      ready.accept(order);
    } else if (volume.state().equals("error")) {
      failed.accept(
          order,
          VolumeMaker.problem(
              order,
              RESTORE_FAILED,
              volume.id() + " was begun, and is broken now",
              "See whether the snapshot's key may be used, and remove the broken volume"));
    } else if (volume.state().startsWith("delet")) {
      lost(order, volume.id());
    }
  }

  private void missed(VolumeOrder order, Instant begun) {
    if (!begun.isBefore(order.knownSince().plus(VISIBLE_BY_THEN))
        && order.missed() >= LOOKS_TO_BE_LOST) {
      lost(order, order.id().orElseThrow());
    }
  }

  private void lost(VolumeOrder order, VolumeId id) {
    failed.accept(
        order,
        VolumeMaker.problem(
            order,
            RESTORE_FAILED,
            id + " was begun, and is not there any more",
            "See whether the snapshot's key may be used, and who removes volumes"));
  }
}
