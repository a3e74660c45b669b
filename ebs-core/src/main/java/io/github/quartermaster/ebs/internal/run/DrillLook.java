package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.DRILL_FAILED;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.DrillHook;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Has the user's command look at volumes of a drill, none of them for longer than the drill may
 * take. For the deciding thread.
 */
record DrillLook(DrillHook hook, RunId drill, Timeline timeline, Instant deadline) {

  /** Runs the command for a volume that can be used. */
  void at(VolumeOrder order, Consumer<HookCommand.Ended> then) {
    HookCommand command = new HookCommand(hook.command(), environment(order));
    Duration left = Duration.between(timeline.now(), deadline);
    Duration limit = left.compareTo(hook.limit()) < 0 ? left : hook.limit();
    timeline.call(() -> command.end(limit.isNegative() ? Duration.ZERO : limit), then);
  }

  static Problem failed(VolumeOrder order, String trouble) {
    return Problem.error(
        DRILL_FAILED,
        order.planned().source(),
        "tried to look at the volume made from " + order.creation().snapshot() + "; " + trouble,
        "See what the command says; the volume is removed, a restore would make the same");
  }

  private Map<String, String> environment(VolumeOrder order) {
    return Map.of(
        "EBS_DRILL_ID", drill.value(),
        "EBS_DRILL_VOLUME", order.id().map(VolumeId::value).orElse(""),
        "EBS_DRILL_SNAPSHOT", order.creation().snapshot().value(),
        "EBS_DRILL_SOURCE_VOLUME", order.planned().source().value(),
        "EBS_DRILL_REGION", order.creation().region().name(),
        "EBS_DRILL_ZONE", order.creation().zone(),
        "EBS_DRILL_SIZE_GIB", Long.toString(order.creation().sizeGib()),
        "EBS_DRILL_RUN", order.creation().tags().getOrDefault(OurTags.RUN, ""));
  }
}
