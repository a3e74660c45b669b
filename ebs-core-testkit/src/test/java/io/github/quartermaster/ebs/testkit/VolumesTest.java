package io.github.quartermaster.ebs.testkit;

import static io.github.quartermaster.ebs.testkit.Clients.HOME;
import static io.github.quartermaster.ebs.testkit.Clients.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Lag;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateVolumeRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Volumes that are made from snapshots, and go again. */
class VolumesTest extends WithEmulator {
  private static final String SNAPSHOT = "snap-0a";

  @BeforeEach
  void prepare() {
    emulator
        .account()
        .add(
            EmulatedSnapshot.of(
                HOME,
                SNAPSHOT,
                "vol-0ld",
                8,
                emulator.clock().instant().minus(Duration.ofDays(1))));
  }

  @Test
  void volume_is_being_created_then_available_and_after_its_deletion_for_a_moment_deleting() {
    String made = made(request -> {});
    assertThat(states(made)).containsExactly("creating");
    emulator.clock().advance(Duration.ofSeconds(2));
    assertThat(states(made)).containsExactly("available");

    home.deleteVolume(request -> request.volumeId(made));

    assertThat(states(made)).containsExactly("deleting");
    assertRefused(
        () -> home.deleteVolume(request -> request.volumeId(made)), 400, "InvalidVolume.NotFound");
    emulator.clock().advance(Duration.ofSeconds(2));
    assertThat(states(made)).isEmpty();
    assertThat(emulator.account().volumes(HOME)).hasSize(1);
  }

  @Test
  void volume_that_an_instance_has_is_not_deleted() {
    emulator.account().add(EmulatedInstance.of(HOME, "i-0a", VOLUME));

    assertRefused(() -> home.deleteVolume(request -> request.volumeId(VOLUME)), 400, "VolumeInUse");
  }

  @Test
  void performance_is_what_the_type_allows() {
    assertThat(described(made(request -> request.volumeType("gp3"))))
        .satisfies(volume -> assertThat(volume.iops()).isEqualTo(3000))
        .satisfies(volume -> assertThat(volume.throughput()).isEqualTo(125));
    assertThat(described(made(request -> request.volumeType("io2").iops(5000))).iops())
        .isEqualTo(5000);
    assertRefused(
        () -> made(request -> request.volumeType("gp2").iops(100)),
        400,
        "InvalidParameterCombination");
    assertRefused(
        () -> made(request -> request.volumeType("io2").iops(100).throughput(125)),
        400,
        "InvalidParameterCombination");
    assertRefused(() -> made(request -> request.volumeType("io1")), 400, "MissingParameter");
    assertRefused(() -> made(request -> request.volumeType("gp9")), 400, "UnknownVolumeType");
  }

  @Test
  void zone_of_another_region_is_refused() {
    assertRefused(
        () -> made(request -> request.availabilityZone("us-west-2a")), 400, "InvalidZone.NotFound");
  }

  @Test
  void storage_of_a_region_has_a_limit() {
    emulator.account().limits(EmulatorLimits.AWS.withVolumeGiBPerRegion(20));
    String made = made(request -> {});

    assertRefused(() -> made(request -> {}), 400, "VolumeLimitExceeded");

    home.deleteVolume(request -> request.volumeId(made));
    made(request -> {});
  }

  @Test
  void archived_snapshot_makes_no_volume() {
    emulator.account().setSnapshotTier(HOME, SNAPSHOT, "archive");

    assertThat(
            home.describeSnapshots(request -> request.snapshotIds(SNAPSHOT))
                .snapshots()
                .get(0)
                .storageTierAsString())
        .isEqualTo("archive");
    assertRefused(() -> made(request -> {}), 400, "InvalidParameterValue");
  }

  @Test
  void volume_breaks_where_a_test_says_so() {
    emulator.account().failNextVolume(HOME, SNAPSHOT);
    String made = made(request -> {});
    assertThat(states(made)).containsExactly("creating");

    emulator.clock().advance(Duration.ofSeconds(2));

    assertThat(states(made)).containsExactly("error");
    home.deleteVolume(request -> request.volumeId(made));
  }

  @Test
  void new_volume_is_unseen_for_as_long_as_a_test_says_but_its_token_is_known() {
    emulator
        .account()
        .lag(Lag.ofTime(Duration.ofSeconds(5)), Lag.ofTime(Duration.ofSeconds(9)), Lag.NONE);
    String made = made(request -> request.clientToken("t"));

    assertThat(states(made)).isEmpty();
    assertRefused(
        () -> home.deleteVolume(request -> request.volumeId(made)), 400, "InvalidVolume.NotFound");
    assertThat(made(request -> request.clientToken("t"))).isEqualTo(made);
    emulator.clock().advance(Duration.ofSeconds(5));
    assertThat(states(made)).containsExactly("available");
    assertThat(home.describeVolumes().volumes()).hasSize(1);
    emulator.clock().advance(Duration.ofSeconds(4));
    assertThat(home.describeVolumes().volumes()).hasSize(2);
  }

  private String made(Consumer<CreateVolumeRequest.Builder> more) {
    return home.createVolume(
            request -> more.accept(request.snapshotId(SNAPSHOT).availabilityZone(HOME + "a")))
        .volumeId();
  }

  private List<String> states(String id) {
    Filter only = Filter.builder().name("volume-id").values(id).build();
    return home.describeVolumes(request -> request.filters(only)).volumes().stream()
        .map(Volume::stateAsString)
        .toList();
  }

  private Volume described(String id) {
    return home.describeVolumes(request -> request.volumeIds(id)).volumes().get(0);
  }
}
