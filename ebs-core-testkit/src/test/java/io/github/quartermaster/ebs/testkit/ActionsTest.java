package io.github.quartermaster.ebs.testkit;

import static io.github.quartermaster.ebs.testkit.Clients.filter;
import static io.github.quartermaster.ebs.testkit.Clients.snapshotTags;
import static io.github.quartermaster.ebs.testkit.Clients.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CopySnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CopyTagsFromSource;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.LockMode;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotInfo;
import software.amazon.awssdk.services.ec2.model.SnapshotState;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;

/** Actions and their rules, beside the plain snapshot and its copy. */
class ActionsTest extends WithEmulator {
  private static final String DATA = "vol-0da7a";
  private static final String LOGS = "vol-0105";
  private static final String INSTANCE = "i-0abc";
  private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/one";

  @Test
  void set_of_an_instance_has_all_its_volumes_at_one_time() {
    instance();

    List<SnapshotInfo> set =
        home.createSnapshots(
                request ->
                    request
                        .instanceSpecification(instance -> instance.instanceId(INSTANCE))
                        .copyTagsFromSource(CopyTagsFromSource.VOLUME)
                        .tagSpecifications(snapshotTags(Map.of("run", "7"))))
            .snapshots();

    assertThat(set)
        .extracting(SnapshotInfo::volumeId)
        .containsExactlyInAnyOrder(VOLUME, DATA, LOGS);
    assertThat(set).extracting(SnapshotInfo::startTime).containsOnly(emulator.clock().instant());
    assertThat(set).extracting(SnapshotInfo::state).containsOnly(SnapshotState.PENDING);
    assertThat(set)
        .filteredOn(each -> each.volumeId().equals(DATA))
        .first()
        .satisfies(
            each ->
                assertThat(each.tags())
                    .containsExactlyInAnyOrder(tag("Name", "data"), tag("run", "7")));
  }

  @Test
  void volumes_are_left_out_of_a_set() {
    instance();

    assertThat(
            home.createSnapshots(
                    request ->
                        request.instanceSpecification(
                            instance ->
                                instance
                                    .instanceId(INSTANCE)
                                    .excludeBootVolume(true)
                                    .excludeDataVolumeIds(LOGS)))
                .snapshots())
        .extracting(SnapshotInfo::volumeId)
        .containsExactly(DATA);
    assertRefused(
        () ->
            home.createSnapshots(
                request ->
                    request.instanceSpecification(
                        instance -> instance.instanceId(INSTANCE).excludeDataVolumeIds(VOLUME))),
        400,
        "InvalidParameterValue");
  }

  @Test
  void set_fails_as_a_whole() {
    instance();
    emulator.account().failNextSet(HOME, INSTANCE, "Internal failure");

    home.createSnapshots(
        request -> request.instanceSpecification(instance -> instance.instanceId(INSTANCE)));

    assertThat(emulator.snapshots(HOME))
        .hasSize(3)
        .allMatch(snapshot -> snapshot.state().equals("error"));
  }

  @Test
  void copy_under_a_key_that_may_not_be_used_fails_later() {
    String copy = copyOfCompleted(request -> request.encrypted(true).kmsKeyId(KEY));

    assertThat(described(away, copy).state()).isEqualTo(SnapshotState.PENDING);
    emulator.clock().advance(Duration.ofMinutes(1));
    Snapshot failed = described(away, copy);
    assertThat(failed.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(failed.stateMessage()).isEqualTo("Given key ID is not accessible");
  }

  @Test
  void copy_under_a_key_that_may_be_used_succeeds() {
    emulator.account().allowKey(AWAY, KEY);

    String copy = copyOfCompleted(request -> request.encrypted(true).kmsKeyId(KEY));

    emulator.clock().advance(Duration.ofMinutes(1));
    assertThat(described(away, copy).state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(described(away, copy).kmsKeyId()).isEqualTo(KEY);
  }

  @Test
  void copy_is_encrypted_where_the_destination_does_so_by_default() {
    emulator.account().encryptByDefault(AWAY, KEY);

    String copy = copyOfCompleted(request -> {});

    assertThat(described(away, copy).encrypted()).isTrue();
    assertThat(described(away, copy).kmsKeyId()).isEqualTo(KEY);
    assertThat(away.getEbsEncryptionByDefault(request -> {}).ebsEncryptionByDefault()).isTrue();
    assertThat(away.getEbsDefaultKmsKeyId(request -> {}).kmsKeyId()).isEqualTo(KEY);
    assertThat(home.getEbsEncryptionByDefault(request -> {}).ebsEncryptionByDefault()).isFalse();
  }

  @Test
  void key_without_encryption_is_refused() {
    assertRefused(
        () -> copyOfCompleted(request -> request.kmsKeyId(KEY)), 400, "InvalidParameterDependency");
  }

  @ParameterizedTest
  @CsvSource({"10", "20", "2895"})
  void duration_of_a_copy_is_in_quarters_of_an_hour(int minutes) {
    assertRefused(
        () -> copyOfCompleted(request -> request.completionDurationMinutes(minutes)),
        400,
        "InvalidParameterValue");
  }

  @Test
  void copy_with_a_duration_is_time_based() {
    String copy = copyOfCompleted(request -> request.completionDurationMinutes(15));

    assertThat(described(away, copy).completionDurationMinutes()).isEqualTo(15);
    assertThat(described(away, copy).transferTypeAsString()).isEqualTo("time-based");
  }

  @Test
  void copy_from_a_region_that_is_not_there_is_refused() {
    assertRefused(
        () ->
            away.copySnapshot(
                request ->
                    request
                        .sourceRegion("xx-nowhere-1")
                        .sourceSnapshotId("snap-0a")
                        .destinationRegion(AWAY)),
        400,
        "InvalidRegion");
  }

  @Test
  void filters_hold_together_and_each_for_any_of_its_values() {
    String id = completedSnapshot();
    emulator.account().add(old("snap-0a").withTag("Name", "alfresco * data"));
    emulator.account().add(old("snap-0b").withOwner("444455556666").withDescription("theirs"));

    assertThat(ids(request -> {})).containsExactly(id, "snap-0a", "snap-0b");
    assertThat(ids(request -> request.ownerIds("self"))).containsExactly(id, "snap-0a");
    assertThat(ids(request -> request.filters(filter("volume-id", VOLUME, "vol-0ld")))).hasSize(3);
    assertThat(
            ids(
                request ->
                    request.filters(filter("volume-id", "vol-0l?"), filter("description", "th*"))))
        .containsExactly("snap-0b");
    assertThat(ids(request -> request.filters(filter("tag:Name", "alfresco \\* data"))))
        .containsExactly("snap-0a");
    assertThat(ids(request -> request.filters(filter("tag:Name", "alfresco \\* d?t")))).isEmpty();
    assertThat(ids(request -> request.filters(filter("start-time", "2025-12-01*"))))
        .containsExactly("snap-0a", "snap-0b");
    assertThat(
            ids(
                request ->
                    request.filters(
                        filter("status", "completed"),
                        filter("progress", "100%"),
                        filter("encrypted", "false"),
                        filter("volume-size", "8"),
                        filter("owner-id", EmulatedAccount.ID))))
        .containsExactly(id, "snap-0a");
    assertRefused(
        () -> ids(request -> request.filters(filter("colour", "red"))),
        400,
        "InvalidParameterValue");
  }

  @Test
  void snapshot_behind_an_image_is_in_use_even_where_the_image_is_disabled() {
    emulator.account().add(old("snap-0a"));
    emulator.account().add(EmulatedImage.of(HOME, "ami-0a", "snap-0a").withDisabled());

    assertRefused(
        () -> home.deleteSnapshot(request -> request.snapshotId("snap-0a")),
        400,
        "InvalidSnapshot.InUse");
    assertThat(home.describeImages(request -> request.owners("self")).images()).isEmpty();
    assertThat(
            home.describeImages(
                    request ->
                        request
                            .includeDisabled(true)
                            .filters(filter("block-device-mapping.snapshot-id", "snap-0a")))
                .images())
        .hasSize(1);
    emulator.account().remove(HOME, "ami-0a");
    home.deleteSnapshot(request -> request.snapshotId("snap-0a"));
  }

  @Test
  void locked_snapshot_stays_until_its_lock_ends() {
    emulator.account().add(old("snap-0a"));
    home.lockSnapshot(
        request -> request.snapshotId("snap-0a").lockMode(LockMode.GOVERNANCE).lockDuration(1));

    assertThat(home.describeLockedSnapshots(request -> {}).snapshots()).hasSize(1);
    assertRefused(
        () -> home.deleteSnapshot(request -> request.snapshotId("snap-0a")),
        400,
        "OperationNotPermitted");

    emulator.clock().advance(Duration.ofDays(1));
    home.deleteSnapshot(request -> request.snapshotId("snap-0a"));
  }

  @Test
  void lock_can_be_taken_back() {
    emulator.account().add(old("snap-0a"));
    home.lockSnapshot(
        request -> request.snapshotId("snap-0a").lockMode(LockMode.GOVERNANCE).lockDuration(1));

    home.unlockSnapshot(request -> request.snapshotId("snap-0a"));

    home.deleteSnapshot(request -> request.snapshotId("snap-0a"));
  }

  @Test
  void instance_tells_its_root_and_its_volumes() {
    instance();

    var instance =
        home.describeInstances(request -> request.instanceIds(INSTANCE))
            .reservations()
            .get(0)
            .instances()
            .get(0);
    assertThat(instance.rootDeviceName()).isEqualTo("/dev/xvda");
    assertThat(instance.blockDeviceMappings())
        .extracting(mapping -> mapping.deviceName() + "=" + mapping.ebs().volumeId())
        .containsExactlyInAnyOrder("/dev/xvda=" + VOLUME, "/dev/sdf=" + DATA, "/dev/sdg=" + LOGS);
    assertThat(
            home.describeVolumes(
                    request -> request.filters(filter("attachment.instance-id", INSTANCE)))
                .volumes())
        .hasSize(3)
        .allMatch(volume -> volume.state() == VolumeState.IN_USE);
  }

  @Test
  void volume_is_made_once_for_a_client_token() {
    emulator.account().add(old("snap-0a"));

    String first = volume("t", 8);

    assertThat(volume("t", 8)).isEqualTo(first);
    assertThat(volume("u", 8)).isNotEqualTo(first);
    assertRefused(() -> volume("t", 9), 400, "IdempotentParameterMismatch");
    assertRefused(() -> volume("v", 7), 400, "InvalidParameterValue");
    emulator.clock().advance(Duration.ofSeconds(2));
    Volume made = home.describeVolumes(request -> request.volumeIds(first)).volumes().get(0);
    assertThat(made.state()).isEqualTo(VolumeState.AVAILABLE);
    assertThat(made.snapshotId()).isEqualTo("snap-0a");
    home.deleteVolume(request -> request.volumeId(first));
    assertRefused(
        () -> home.describeVolumes(request -> request.volumeIds(first)),
        400,
        "InvalidVolume.NotFound");
  }

  @Test
  void region_that_is_not_opted_in_is_listed_and_refuses() {
    emulator.account().setOptIn(AWAY, "not-opted-in");

    assertThat(home.describeRegions().regions())
        .extracting(Region::regionName)
        .contains(HOME)
        .doesNotContain(AWAY);
    assertThat(home.describeRegions(request -> request.allRegions(true)).regions())
        .filteredOn(region -> region.regionName().equals(AWAY))
        .extracting(Region::optInStatus)
        .containsExactly("not-opted-in");
    assertRefused(away::describeVolumes, 400, "OptInRequired");
  }

  @Test
  void dry_run_tells_whether_it_would_be_allowed() {
    assertRefused(
        () -> home.createSnapshot(request -> request.volumeId(VOLUME).dryRun(true)),
        412,
        "DryRunOperation");
    emulator.account().deny("CreateSnapshot");
    assertRefused(
        () -> home.createSnapshot(request -> request.volumeId(VOLUME).dryRun(true)),
        403,
        "UnauthorizedOperation");
    assertRefused(this::snapshot, 403, "UnauthorizedOperation");
    emulator.account().allow("CreateSnapshot");
    snapshot();
  }

  @Test
  void region_that_does_not_exist_is_refused() {
    try (Ec2Client nowhere = Clients.ec2(emulator, "us-east-9")) {
      assertRefused(nowhere::describeVolumes, 403, "SignatureDoesNotMatch");
    }
  }

  @Test
  void action_that_is_not_there_is_refused() {
    assertRefused(home::describeVpcs, 400, "InvalidAction");
  }

  @Test
  void pages_hold_everything_once() {
    emulator.account().limits(EmulatorLimits.NONE);
    for (int index = 0; index < 12; index++) {
      emulator.account().add(EmulatedVolume.of(HOME, "vol-" + (10 + index), 1));
    }

    assertThat(
            home.describeVolumesPaginator(request -> request.maxResults(5)).volumes().stream()
                .map(Volume::volumeId))
        .hasSize(13)
        .doesNotHaveDuplicates();
    assertThat(emulator.requests()).hasSize(3);
  }

  private void instance() {
    emulator
        .account()
        .add(EmulatedVolume.of(HOME, DATA, 100).withTag("Name", "data"))
        .add(EmulatedVolume.of(HOME, LOGS, 20))
        .add(
            EmulatedInstance.of(HOME, INSTANCE, VOLUME)
                .withVolume("/dev/sdf", DATA)
                .withVolume("/dev/sdg", LOGS));
  }

  private EmulatedSnapshot old(String id) {
    return EmulatedSnapshot.of(
        HOME, id, "vol-0ld", 8, emulator.clock().instant().minus(Duration.ofDays(31)));
  }

  private String volume(String token, int size) {
    return home.createVolume(
            request ->
                request
                    .clientToken(token)
                    .snapshotId("snap-0a")
                    .size(size)
                    .availabilityZone(HOME + "a"))
        .volumeId();
  }

  private String copyOfCompleted(Consumer<CopySnapshotRequest.Builder> more) {
    String source = completedSnapshot();
    return away.copySnapshot(
            request ->
                more.accept(
                    request.sourceRegion(HOME).sourceSnapshotId(source).destinationRegion(AWAY)))
        .snapshotId();
  }

  private List<String> ids(Consumer<DescribeSnapshotsRequest.Builder> request) {
    return home.describeSnapshots(request).snapshots().stream().map(Snapshot::snapshotId).toList();
  }
}
