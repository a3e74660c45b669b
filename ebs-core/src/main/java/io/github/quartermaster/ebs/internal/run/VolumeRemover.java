package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.model.ProblemCode.DRILL_LEFT;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Removes volumes of drills, and no other: what this process has made itself by its id, what was
 * found by its tag only after a last look that shows the tag. Again and again until it is gone. For
 * the deciding thread.
 */
final class VolumeRemover {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 30;

  /** A volume may be unknown for a while after it was made. */
  private static final Duration KNOWN_BY_THEN = Duration.ofSeconds(60);

  private final RunContext context;
  private final Region region;

  VolumeRemover(RunContext context, Region region) {
    this.context = context;
    this.region = region;
  }

  /**
   * Removes what this process has made.
   *
   * @param then is given what keeps it, if anything does
   */
  void removeOwn(VolumeId volume, Consumer<Optional<Problem>> then) {
    BlockStorage storage = context.storage();
    new Removal(
            volume,
            () -> storage.deleteVolume(region, volume),
            context.timeline().now().plus(KNOWN_BY_THEN),
            then)
        .attempt();
  }

  /** Likewise, what was found by the tag of a drill. */
  void removeFound(Volume volume, Consumer<Optional<Problem>> then) {
    new Removal(volume.id(), () -> lookAndDelete(volume), Instant.MIN, then).attempt();
  }

  private Answer<VolumeId> lookAndDelete(Volume planned) {
    Answer<Page<Volume>> look =
        context.storage().volumes(region, new VolumeFilter.Ids(List.of(planned.id())), null);
    if (!(look instanceof Done<Page<Volume>> seen)) {
      return look.map(page -> planned.id());
    }
    Optional<Volume> now =
        seen.value().items().stream()
            .filter(volume -> volume.id().equals(planned.id()))
            .findFirst();
    if (now.isEmpty()) {
      return seen.value().next().isPresent()
          ? new Ambiguous<>("a list of one volume is not whole")
          : new Refused<>(Refused.Reason.NOT_FOUND, "it is not there any more");
    }
    if (!isStillOurs(planned.tags(), now.get().tags())) {
      return new Refused<>(Refused.Reason.INVALID, "its tags have changed since");
    }
    return context.storage().deleteVolume(region, planned.id());
  }

  private static boolean isStillOurs(Map<String, String> before, Map<String, String> now) {
    return now.containsKey(OurTags.DRILL)
        && Objects.equals(before.get(OurTags.DRILL), now.get(OurTags.DRILL))
        && Objects.equals(before.get(OurTags.EXPIRES), now.get(OurTags.EXPIRES));
  }

  /** Asks and removes; on a thread that may wait. */
  @FunctionalInterface
  private interface Try {
    Answer<VolumeId> make();
  }

  /** One volume on its way out. */
  private final class Removal {
    private final VolumeId volume;
    private final Try call;
    private final Instant unknownUntil;
    private final Consumer<Optional<Problem>> then;
    private int tries;
    private boolean inDoubt;

    Removal(VolumeId volume, Try call, Instant unknownUntil, Consumer<Optional<Problem>> then) {
      this.volume = volume;
      this.call = call;
      this.unknownUntil = unknownUntil;
      this.then = then;
    }

    void attempt() {
      tries++;
      context.queue(region, Call.DELETE_VOLUME).submit(call::make, this::answered);
    }

    private void answered(Answer<VolumeId> answer) {
      if (answer instanceof Done || isGone(answer)) {
        context.changed();
        context.tell(new EbsEvent.VolumeRemoved(region, volume));
        then.accept(Optional.empty());
      } else if (answer instanceof Refused<?> refused && !mayPass(refused)) {
        then.accept(Optional.of(left(refused.why())));
      } else if (tries >= MOST_TRIES || context.isClosed()) {
        then.accept(Optional.of(left(why(answer) + ", after " + tries + " tries")));
      } else {
        inDoubt |= answer instanceof Ambiguous;
        context.timeline().at(context.timeline().now().plus(PAUSE), this::attempt);
      }
    }

    private boolean isGone(Answer<VolumeId> answer) {
      return isUnknown(answer) && (inDoubt || !context.timeline().now().isBefore(unknownUntil));
    }

    private boolean mayPass(Refused<?> refused) {
      return refused.reason() == Refused.Reason.IN_USE
          || refused.reason() == Refused.Reason.NOT_FOUND;
    }

    private Problem left(String why) {
      return VolumeRemover.left(volume, region, why);
    }
  }

  private static boolean isUnknown(Answer<?> answer) {
    return answer instanceof Refused<?> refused && refused.reason() == Refused.Reason.NOT_FOUND;
  }

  static Problem left(Object volume, Region region, String why) {
    return Problem.error(
        DRILL_LEFT,
        volume,
        "tried to remove " + volume + " of a drill in " + region + "; " + why,
        "Detach it if something has it attached, and drill or sweep again, which removes what is"
            + " over its time; it costs money until then");
  }

  private static String why(Answer<?> answer) {
    if (answer instanceof Refused<?> refused) {
      return refused.why();
    }
    return answer instanceof Wait<?> wait ? wait.why() : ((Ambiguous<?>) answer).why();
  }
}
