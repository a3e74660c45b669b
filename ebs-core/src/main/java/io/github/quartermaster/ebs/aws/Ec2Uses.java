package io.github.quartermaster.ebs.aws;

import static io.github.quartermaster.ebs.aws.Ec2Descriptions.required;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLockedSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.LockedSnapshotsInfo;

/** What keeps snapshots from being deleted: our images, and locks. */
final class Ec2Uses {
  /** From 5 to 1000 are allowed for both lists. */
  private static final int USES_A_PAGE = 1000;

  private final Ec2Calls calls;

  Ec2Uses(Ec2Calls calls) {
    this.calls = calls;
  }

  /** Also images that are disabled or deprecated: they use their snapshots all the same. */
  Answer<Page<SnapshotUse>> byImages(
      Region region, @Nullable SnapshotId only, @Nullable String next) {
    DescribeImagesRequest.Builder request =
        DescribeImagesRequest.builder()
            .owners("self")
            .includeDeprecated(true)
            .includeDisabled(true)
            .maxResults(USES_A_PAGE)
            .nextToken(next);
    if (only != null) {
      request.filters(
          Filter.builder().name("block-device-mapping.snapshot-id").values(only.value()).build());
    }
    DescribeImagesRequest built = request.build();
    return calls.ask(
        region,
        client -> client.describeImages(built),
        told ->
            page(told.images().stream().flatMap(image -> uses(image)).toList(), told.nextToken()));
  }

  /**
   * Locks that have run out hold nothing; a state that is not known may hold. All are asked for,
   * since it is nowhere written how the list answers about a snapshot that is not locked; they are
   * few.
   */
  Answer<Page<SnapshotUse>> byLocks(
      Region region, @Nullable SnapshotId only, @Nullable String next) {
    DescribeLockedSnapshotsRequest request =
        DescribeLockedSnapshotsRequest.builder().maxResults(USES_A_PAGE).nextToken(next).build();
    return calls.ask(
        region,
        client -> client.describeLockedSnapshots(request),
        told ->
            page(
                told.snapshots().stream()
                    .filter(lock -> !"expired".equals(lock.lockStateAsString()))
                    .map(Ec2Uses::use)
                    .filter(use -> only == null || use.snapshot().equals(only))
                    .toList(),
                told.nextToken()));
  }

  private static Stream<SnapshotUse> uses(Image image) {
    String id = required(image.imageId(), "an image without an id");
    return image.blockDeviceMappings().stream()
        .map(BlockDeviceMapping::ebs)
        .filter(Objects::nonNull)
        .map(EbsBlockDevice::snapshotId)
        .filter(Objects::nonNull)
        .map(snapshot -> new SnapshotUse(new SnapshotId(snapshot), SnapshotUse.Kind.IMAGE, id));
  }

  private static SnapshotUse use(LockedSnapshotsInfo lock) {
    String state = lock.lockStateAsString();
    return new SnapshotUse(
        new SnapshotId(required(lock.snapshotId(), "a lock without a snapshot")),
        SnapshotUse.Kind.LOCK,
        state == null ? "in a state that is not told" : SafeText.of(state));
  }

  private static Page<SnapshotUse> page(List<SnapshotUse> uses, @Nullable String next) {
    return new Page<>(uses, next == null || next.isEmpty() ? null : next);
  }
}
