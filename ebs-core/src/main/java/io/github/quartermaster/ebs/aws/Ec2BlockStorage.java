package io.github.quartermaster.ebs.aws;

import static io.github.quartermaster.ebs.aws.Ec2Descriptions.required;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * EBS, through EC2's API. Credentials, regions, endpoints and proxies are found as the SDK finds
 * them, so that what works for other programs of AWS works here. Each method sends one request at
 * most, whatever becomes of it.
 */
public final class Ec2BlockStorage implements BlockStorage {
  private static final int SNAPSHOTS_A_PAGE = 1000;

  private final Region home;
  private final Ec2Clients clients;
  private final Ec2Calls calls;
  private final Ec2Creations creations;
  private final Ec2Instances instances;
  private final KmsKeys keys;
  private final Ec2Uses uses;
  private final EbsBlocks blocks;
  private final DlmPolicies policies;
  private final Ec2Volumes volumes;

  Ec2BlockStorage(Region home, Ec2Clients clients) {
    this.home = home;
    this.clients = clients;
    calls = new Ec2Calls(clients);
    creations = new Ec2Creations(calls);
    instances = new Ec2Instances(calls);
    keys = new KmsKeys(calls, clients);
    uses = new Ec2Uses(calls);
    blocks = new EbsBlocks(calls, clients);
    policies = new DlmPolicies(calls, clients);
    volumes = new Ec2Volumes(calls);
  }

  /**
   * Gets ready to ask; what is wrong with the credentials shows in the first answer.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if what is configured as the default
   *     region is none
   */
  public static Ec2BlockStorage connect(AwsAccess access) {
    Region home = access.homeRegion().orElseGet(() -> defaultRegion(access));
    return new Ec2BlockStorage(home, Ec2Clients.of(access));
  }

  /**
   * The region that is configured: by system property, environment or profile, or the one that this
   * instance runs in; else {@code us-east-1}.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if what is configured is no region
   */
  public static Region defaultRegion(AwsAccess access) {
    return DefaultRegion.of(access);
  }

  @Override
  public StorageTraits traits() {
    return Ec2Traits.TRAITS;
  }

  /** Amazon Data Lifecycle Manager, by the same connections; it ends with this. */
  public LifecyclePolicies policies() {
    return policies;
  }

  /** The number of the account that the credentials belong to. */
  public Answer<String> account() {
    try (StsClient sts = clients.sts(home)) {
      return calls.ask(
          sts::getCallerIdentity,
          identity -> required(identity.account(), "an identity without an account"));
    }
  }

  @Override
  public Answer<Set<Region>> regions() {
    DescribeRegionsRequest request = DescribeRegionsRequest.builder().allRegions(false).build();
    return calls.ask(
        home,
        client -> client.describeRegions(request),
        told ->
            told.regions().stream()
                .map(region -> new Region(required(region.regionName(), "a region without a name")))
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Answer<Page<Volume>> volumes(Region region, VolumeFilter filter, @Nullable String next) {
    return volumes.describe(region, filter, next);
  }

  /** Sends more than one request only for more than 200 ids. */
  @Override
  public Answer<List<Instance>> instances(Region region, Collection<InstanceId> ids) {
    return instances.describe(region, List.copyOf(ids));
  }

  @Override
  public Answer<Page<Snapshot>> snapshots(
      Region region, SnapshotFilter filter, @Nullable String next) {
    if (filter instanceof SnapshotFilter.Ids ids && ids.ids().isEmpty()) {
      return new Done<>(Page.last(List.of()));
    }
    DescribeSnapshotsRequest request =
        DescribeSnapshotsRequest.builder()
            .ownerIds("self")
            .filters(Ec2Filters.of(filter))
            .maxResults(SNAPSHOTS_A_PAGE)
            .nextToken(next)
            .build();
    return calls.ask(
        region,
        client -> client.describeSnapshots(request),
        told ->
            Ec2Descriptions.page(
                told.snapshots(),
                each -> Ec2Descriptions.snapshot(region, each),
                told.nextToken()));
  }

  @Override
  public Answer<List<CreatedSnapshot>> create(Creation creation) {
    return creations.create(creation, false);
  }

  @Override
  public Answer<Creation> rehearse(Creation creation) {
    Answer<List<CreatedSnapshot>> answer = creations.create(creation, true);
    if (answer instanceof Refused<List<CreatedSnapshot>> refused
        && refused.why().startsWith(Ec2Errors.WOULD_SUCCEED + ":")) {
      return new Done<>(creation);
    }
    if (answer instanceof Done<List<CreatedSnapshot>> done) {
      return new Ambiguous<>("a rehearsal was taken for serious: " + done.value());
    }
    return answer.map(created -> creation);
  }

  @Override
  public Answer<SnapshotId> tag(Region region, SnapshotId snapshot, Map<String, String> tags) {
    CreateTagsRequest request =
        CreateTagsRequest.builder()
            .resources(snapshot.value())
            .tags(Ec2Creations.tags(tags))
            .build();
    return calls.ask(region, client -> client.createTags(request), told -> snapshot);
  }

  @Override
  public Answer<SnapshotId> delete(Region region, SnapshotId snapshot) {
    DeleteSnapshotRequest request =
        DeleteSnapshotRequest.builder().snapshotId(snapshot.value()).build();
    return calls.ask(region, client -> client.deleteSnapshot(request), told -> snapshot);
  }

  @Override
  public Answer<Volume> createVolume(VolumeCreation creation) {
    return volumes.create(creation);
  }

  @Override
  public Answer<VolumeId> deleteVolume(Region region, VolumeId volume) {
    return volumes.delete(region, volume);
  }

  @Override
  public Answer<Page<SnapshotUse>> uses(
      Region region, SnapshotUse.Kind kind, @Nullable SnapshotId only, @Nullable String next) {
    return switch (kind) {
      case IMAGE -> uses.byImages(region, only, next);
      case LOCK -> uses.byLocks(region, only, next);
      // each snapshot of EBS is whole by itself
      case INCREMENT -> new Done<>(Page.last(List.of()));
    };
  }

  @Override
  public Answer<Page<BlockReference>> blocks(
      Region region, SnapshotId snapshot, int from, @Nullable String next) {
    return blocks.list(region, snapshot, from, next);
  }

  @Override
  public Answer<Block> block(Region region, SnapshotId snapshot, BlockReference block) {
    return blocks.read(region, snapshot, block);
  }

  @Override
  public Answer<Boolean> encryptsByDefault(Region region) {
    GetEbsEncryptionByDefaultRequest request = GetEbsEncryptionByDefaultRequest.builder().build();
    return calls.ask(
        region,
        client -> client.getEbsEncryptionByDefault(request),
        told -> required(told.ebsEncryptionByDefault(), "neither yes nor no"));
  }

  @Override
  public Answer<EncryptionKey> key(Region region, String name) {
    return keys.describe(region, name);
  }

  @Override
  public void close() {
    clients.close();
  }
}
