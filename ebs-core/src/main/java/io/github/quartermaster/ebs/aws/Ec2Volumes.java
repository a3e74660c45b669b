package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Describes, makes and removes volumes. */
final class Ec2Volumes {
  private static final int VOLUMES_A_PAGE = 500;

  /** By "CreateVolume" of the API reference; with another type the call is refused. */
  private static final Set<String> WITH_IOPS = Set.of("gp3", "io1", "io2");

  private static final Set<String> WITH_THROUGHPUT = Set.of("gp3");

  private final Ec2Calls calls;

  Ec2Volumes(Ec2Calls calls) {
    this.calls = calls;
  }

  Answer<Page<Volume>> describe(Region region, VolumeFilter filter, @Nullable String next) {
    if (filter instanceof VolumeFilter.Ids ids && ids.ids().isEmpty()) {
      return new Done<>(Page.last(List.of()));
    }
    DescribeVolumesRequest request =
        DescribeVolumesRequest.builder()
            .filters(Ec2Filters.of(filter))
            .maxResults(VOLUMES_A_PAGE)
            .nextToken(next)
            .build();
    return calls.ask(
        region,
        client -> client.describeVolumes(request),
        told ->
            Ec2Descriptions.page(
                told.volumes(), each -> Ec2Descriptions.volume(region, each), told.nextToken()));
  }

  Answer<Volume> create(VolumeCreation creation) {
    boolean encrypted = creation.encrypted() || creation.kmsKeyId().isPresent();
    CreateVolumeRequest request =
        CreateVolumeRequest.builder()
            .availabilityZone(creation.zone())
            .snapshotId(creation.snapshot().value())
            .volumeType(creation.type())
            .iops(WITH_IOPS.contains(creation.type()) ? creation.iops() : null)
            .throughput(WITH_THROUGHPUT.contains(creation.type()) ? creation.throughput() : null)
            .size(Math.toIntExact(creation.sizeGib()))
            .encrypted(Ec2Creations.orNothing(encrypted))
            .kmsKeyId(creation.kmsKeyId().orElse(null))
            .clientToken(creation.clientToken())
            .tagSpecifications(
                TagSpecification.builder()
                    .resourceType(ResourceType.VOLUME)
                    .tags(Ec2Creations.tags(creation.tags()))
                    .build())
            .build();
    return calls.ask(
        creation.region(),
        client -> client.createVolume(request),
        made -> Ec2Descriptions.volume(creation.region(), made));
  }

  Answer<VolumeId> delete(Region region, VolumeId volume) {
    DeleteVolumeRequest request = DeleteVolumeRequest.builder().volumeId(volume.value()).build();
    return calls.ask(region, client -> client.deleteVolume(request), told -> volume);
  }
}
