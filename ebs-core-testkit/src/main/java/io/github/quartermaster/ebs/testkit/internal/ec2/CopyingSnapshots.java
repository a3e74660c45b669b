package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code CopySnapshot}, called on the region the copy goes to. */
final class CopyingSnapshots {
  private static final int SHORTEST_MINUTES = 15;
  private static final int LONGEST_MINUTES = 2880;

  private CopyingSnapshots() {}

  static XmlElement copy(Call call) {
    Parameters parameters = call.parameters();
    Region sourceRegion = sourceRegion(call, parameters.required("SourceRegion"));
    Snapshot source = call.snapshot(sourceRegion, parameters.required("SourceSnapshotId"));
    Map<String, String> tags = parameters.tagsOnCreate("snapshot");
    Tags.check(tags, call.account().limits.tagsPerResource());
    Optional<Integer> minutes = minutes(parameters);
    @Nullable String key = key(call, source);
    if (!source.isCompleted(call.now())) {
      throw new RefusedException(
          "IncorrectState",
          "The snapshot " + source.id + " is not completed: " + source.state(call.now()));
    }
    checkLimit(call);
    Snapshot copy =
        new Snapshot(
            call.account().newId("snap"),
            Snapshot.NO_VOLUME,
            Account.ID,
            parameters.text("Description").orElse(""),
            call.now(),
            duration(call, source, minutes),
            source.sizeGiB,
            key,
            sourceRegion.name + "/" + source.id,
            Tags.of(tags));
    copy.blocks = source.blocks.copy();
    copy.completionMinutes = minutes.orElse(null);
    if (key != null && call.region().key(key).filter(EmulatedKey::encryptsVolumes).isEmpty()) {
      copy.failInTheEnd("Given key ID is not accessible");
    }
    call.account()
        .nextFailure("copy " + call.region().name + "/" + source.id)
        .ifPresent(copy::failInTheEnd);
    call.region().snapshots.put(copy.id, copy);
    return call.answer()
        .with("snapshotId", copy.id)
        .withItems("tagSet", Tags.items(copy.tags.all()));
  }

  private static Region sourceRegion(Call call, String name) {
    return call.account()
        .region(name)
        .filter(Region::isUsable)
        .orElseThrow(
            () ->
                new RefusedException(
                    "InvalidRegion", "The source region '" + name + "' is not valid"));
  }

  private static Optional<Integer> minutes(Parameters parameters) {
    Optional<Integer> minutes = parameters.number("CompletionDurationMinutes");
    minutes.ifPresent(
        value -> {
          if (value < SHORTEST_MINUTES
              || value > LONGEST_MINUTES
              || value % SHORTEST_MINUTES != 0) {
            throw RefusedException.invalidValue(
                "CompletionDurationMinutes must be from 15 to 2880 in steps of 15; it is " + value);
          }
        });
    return minutes;
  }

  /** Whatever the request says, what was encrypted stays so. */
  private static @Nullable String key(Call call, Snapshot source) {
    Optional<String> asked = call.parameters().text("KmsKeyId");
    boolean encrypted = call.parameters().flag("Encrypted");
    if (asked.isPresent() && !encrypted) {
      throw new RefusedException(
          "InvalidParameterDependency",
          "The parameter KmsKeyId requires the parameter Encrypted to be set.");
    }
    if (!encrypted && source.key == null && !call.region().encryptsByDefault) {
      return null;
    }
    return asked
        .map(name -> call.region().key(name).map(EmulatedKey::arn).orElse(name))
        .orElse(call.region().keyByDefault());
  }

  private static void checkLimit(Call call) {
    long pending =
        Stream.concat(
                call.region().snapshots.values().stream(),
                call.region().deletedWhilePending.stream())
            .filter(snapshot -> snapshot.copyOf != null && snapshot.isPending(call.now()))
            .count();
    int most = call.account().limits.copiesPerDestination();
    if (pending >= most) {
      throw new RefusedException(
          "ResourceLimitExceeded",
          "Too many snapshot copies in progress. The limit is "
              + most
              + " for this destination region.");
    }
  }

  private static Duration duration(Call call, Snapshot source, Optional<Integer> minutes) {
    Duration usual = call.account().copyTime.forSize(source.sizeGiB);
    return minutes
        .map(Duration::ofMinutes)
        .filter(wanted -> wanted.compareTo(usual) < 0)
        .orElse(usual);
  }
}
