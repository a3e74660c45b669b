package io.github.quartermaster.ebs.aws;

import static io.github.quartermaster.ebs.aws.Ec2Descriptions.required;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CopySnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceSpecification;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The three calls that make snapshots; each sets its tags itself. */
final class Ec2Creations {
  /** "Time-based copies": from 15 minutes to 2 days, in steps of 15 minutes. */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private static final Duration LONGEST = Duration.ofDays(2);

  private final Ec2Calls calls;

  Ec2Creations(Ec2Calls calls) {
    this.calls = calls;
  }

  /**
   * Makes snapshots.
   *
   * @param rehearsal asks only whether that would be allowed
   */
  Answer<List<CreatedSnapshot>> create(Creation creation, boolean rehearsal) {
    // no pattern switch in Java 17
    if (creation instanceof Creation.OfVolume ofVolume) {
      return snapshot(ofVolume, rehearsal);
    }
    if (creation instanceof Creation.OfInstance ofInstance) {
      return snapshots(ofInstance, rehearsal);
    }
    return copy((Creation.Copy) creation, rehearsal);
  }

  private Answer<List<CreatedSnapshot>> snapshot(Creation.OfVolume creation, boolean rehearsal) {
    CreateSnapshotRequest request =
        CreateSnapshotRequest.builder()
            .volumeId(creation.volume().value())
            .description(creation.description())
            .tagSpecifications(onSnapshot(creation.tags()))
            .dryRun(orNothing(rehearsal))
            .build();
    return calls.ask(
        creation.region(),
        client -> client.createSnapshot(request),
        made -> List.of(new CreatedSnapshot(id(made.snapshotId()), creation.volume())));
  }

  private Answer<List<CreatedSnapshot>> snapshots(Creation.OfInstance creation, boolean rehearsal) {
    CreateSnapshotsRequest request =
        CreateSnapshotsRequest.builder()
            .instanceSpecification(
                InstanceSpecification.builder()
                    .instanceId(creation.instance().value())
                    .excludeBootVolume(creation.withoutBoot())
                    .excludeDataVolumeIds(
                        creation.without().stream().map(VolumeId::value).sorted().toList())
                    .build())
            .description(creation.description())
            .tagSpecifications(onSnapshot(creation.tags()))
            .dryRun(orNothing(rehearsal))
            .build();
    return calls.ask(
        creation.region(), client -> client.createSnapshots(request), Ec2Creations::members);
  }

  private Answer<List<CreatedSnapshot>> copy(Creation.Copy creation, boolean rehearsal) {
    if (creation.within().filter(time -> time.compareTo(SHORTEST) < 0).isPresent()) {
      return new Refused<>(
          Refused.Reason.INVALID,
          "a copy may be given " + SHORTEST.toMinutes() + " minutes at least");
    }
    CopySnapshotRequest request =
        CopySnapshotRequest.builder()
            .sourceSnapshotId(creation.source().value())
            .sourceRegion(creation.from().name())
            // else the SDK looks for it in the host's name, and throws where that is not AWS'
            .destinationRegion(creation.region().name())
            .description(creation.description())
            .encrypted(orNothing(creation.encrypted() || creation.kmsKeyId().isPresent()))
            .kmsKeyId(creation.kmsKeyId().orElse(null))
            .completionDurationMinutes(creation.within().map(Ec2Creations::inSteps).orElse(null))
            .tagSpecifications(onSnapshot(creation.tags()))
            .dryRun(orNothing(rehearsal))
            .build();
    return calls.ask(
        creation.region(),
        client -> client.copySnapshot(request),
        made -> List.of(new CreatedSnapshot(id(made.snapshotId()), null)));
  }

  /** Encryption may not be refused, and dry runs need not be. */
  static @Nullable Boolean orNothing(boolean wanted) {
    return wanted ? true : null;
  }

  private static int inSteps(Duration within) {
    Duration allowed = within.compareTo(LONGEST) > 0 ? LONGEST : within;
    return Math.toIntExact(allowed.dividedBy(SHORTEST) * SHORTEST.toMinutes());
  }

  private static List<CreatedSnapshot> members(CreateSnapshotsResponse made) {
    List<CreatedSnapshot> members =
        made.snapshots().stream()
            .map(
                member ->
                    new CreatedSnapshot(
                        id(member.snapshotId()),
                        new VolumeId(required(member.volumeId(), "a snapshot without a volume"))))
            .toList();
    if (members.isEmpty()) {
      throw new SenselessAnswerException("the answer names no snapshot");
    }
    return members;
  }

  private static SnapshotId id(@Nullable String told) {
    return new SnapshotId(required(told, "a snapshot without an id"));
  }

  private static TagSpecification onSnapshot(Map<String, String> tags) {
    return TagSpecification.builder().resourceType(ResourceType.SNAPSHOT).tags(tags(tags)).build();
  }

  /** In the order of their keys, so that the same request is the same text. */
  static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
