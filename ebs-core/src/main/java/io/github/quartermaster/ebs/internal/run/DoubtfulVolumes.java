package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Removes volumes of this drill whose making was never answered: they are looked for by the drill's
 * tag, once they can be seen. For the deciding thread.
 */
final class DoubtfulVolumes {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST_LOOKS = 10;

  private final RunContext context;
  private final RestorePlan plan;
  private final VolumeRemover remover;

  DoubtfulVolumes(RunContext context, RestorePlan plan, VolumeRemover remover) {
    this.context = context;
    this.plan = plan;
    this.remover = remover;
  }

  void remove(VolumeOrder order, Consumer<Optional<Problem>> then) {
    Duration settling = context.storage().traits().settling();
    context.timeline().at(context.timeline().now().plus(settling), () -> look(order, 1, then));
  }

  private void look(VolumeOrder order, int looks, Consumer<Optional<Problem>> then) {
    VolumeFilter mine = new VolumeFilter.Tagged(OurTags.DRILL, plan.id().value());
    context
        .queue(plan.region(), Call.DESCRIBE)
        .submit(
            () -> context.storage().volumes(plan.region(), mine, null),
            answer -> looked(order, looks, answer, then));
  }

  private void looked(
      VolumeOrder order, int looks, Answer<Page<Volume>> answer, Consumer<Optional<Problem>> then) {
    if (answer instanceof Done<Page<Volume>> done && done.value().next().isEmpty()) {
      String source = order.planned().source().value();
      removeAll(
          new ArrayList<>(
              done.value().items().stream()
                  .filter(volume -> source.equals(volume.tags().get(OurTags.SOURCE_VOLUME)))
                  .filter(volume -> !volume.state().startsWith("delet"))
                  .toList()),
          then);
    } else if (looks >= MOST_LOOKS || answer instanceof Refused) {
      then.accept(
          Optional.of(
              VolumeRemover.left(
                  order.title(), plan.region(), "it may be there, and could not be looked for")));
    } else {
      context
          .timeline()
          .at(context.timeline().now().plus(PAUSE), () -> look(order, looks + 1, then));
    }
  }

  private void removeAll(List<Volume> found, Consumer<Optional<Problem>> then) {
    if (found.isEmpty()) {
      then.accept(Optional.empty());
      return;
    }
    Volume first = found.remove(0);
    remover.removeFound(
        first,
        problem -> {
          if (problem.isPresent()) {
            then.accept(problem);
          } else {
            removeAll(found, then);
          }
        });
  }
}
