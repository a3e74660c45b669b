package io.github.quartermaster.ebs.testkit;

import static io.github.quartermaster.ebs.testkit.Clients.filter;
import static io.github.quartermaster.ebs.testkit.Clients.snapshotTags;
import static io.github.quartermaster.ebs.testkit.Clients.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotState;
import software.amazon.awssdk.services.sts.StsClient;

class Ec2EmulatorTest extends WithEmulator {

  @Test
  void snapshot_is_pending_until_its_time_has_come() {
    CreateSnapshotResponse created =
        home.createSnapshot(
            request ->
                request
                    .volumeId(VOLUME)
                    .description("before <the> \"upgrade\" & after")
                    .tagSpecifications(snapshotTags(Map.of("Name", "data"))));

    assertThat(created.state()).isEqualTo(SnapshotState.PENDING);
    assertThat(created.volumeSize()).isEqualTo(8);
    assertThat(created.startTime()).isEqualTo(emulator.clock().instant());
    emulator.clock().advance(Duration.ofSeconds(23));
    assertThat(described(home, created.snapshotId()).progress()).isEqualTo("50%");
    emulator.clock().advance(Duration.ofSeconds(23));
    Snapshot completed = described(home, created.snapshotId());
    assertThat(completed.state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(completed.progress()).isEqualTo("100%");
    assertThat(completed.description()).isEqualTo("before <the> \"upgrade\" & after");
    assertThat(completed.tags()).containsExactly(tag("Name", "data"));
    assertThat(completed.fullSnapshotSizeInBytes()).isEqualTo(8L << 30);
  }

  @Test
  void copy_is_made_in_the_region_that_is_asked_and_tells_no_volume() {
    String source = completedSnapshot();

    String copy = copy(source);

    assertThat(described(away, copy).state()).isEqualTo(SnapshotState.PENDING);
    emulator.clock().advance(Duration.ofMinutes(1));
    Snapshot completed = described(away, copy);
    assertThat(completed.state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(completed.volumeId()).isEqualTo("vol-ffffffff");
    assertThat(completed.tags()).isEmpty();
    assertThat(completed.description()).isEmpty();
    assertThat(emulator.snapshots(AWAY))
        .extracting(snapshot -> snapshot.source().orElse(""))
        .containsExactly(HOME + "/" + source);
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void copy_of_a_pending_snapshot_is_refused() {
    String source = home.createSnapshot(request -> request.volumeId(VOLUME)).snapshotId();

    assertRefused(() -> copy(source), 400, "IncorrectState");
  }

  @Test
  void tags_can_be_set_and_found_and_removed_later() {
    String id = completedSnapshot();

    home.createTags(request -> request.resources(id).tags(tag("kept", "yes"), tag("gone", "x")));
    home.deleteTags(request -> request.resources(id).tags(tag("gone", "x")));

    assertThat(
            home.describeSnapshots(request -> request.filters(filter("tag:kept", "y*")))
                .snapshots())
        .extracting(Snapshot::snapshotId)
        .containsExactly(id);
    assertThat(
            home.describeSnapshots(request -> request.filters(filter("tag-key", "gone")))
                .snapshots())
        .isEmpty();
  }

  @Test
  void deleted_snapshot_is_gone() {
    String id = completedSnapshot();

    home.deleteSnapshot(request -> request.snapshotId(id));

    assertRefused(() -> described(home, id), 400, "InvalidSnapshot.NotFound");
    assertThat(emulator.snapshots(HOME)).isEmpty();
  }

  @Test
  void unknown_volume_is_refused() {
    assertRefused(
        () -> home.createSnapshot(request -> request.volumeId("vol-0fffffffffffffff0")),
        400,
        "InvalidVolume.NotFound");
  }

  @Test
  void lost_answers_make_the_sdk_take_three_snapshots() {
    emulator.account().limits(EmulatorLimits.NONE);
    emulator.faults().next("CreateSnapshot", 2, Fault.answerLost());

    String reported = home.createSnapshot(request -> request.volumeId(VOLUME)).snapshotId();

    assertThat(emulator.requests("CreateSnapshot"))
        .extracting(EmulatedRequest::outcome)
        .containsExactly("reset", "reset", "200");
    assertThat(emulator.snapshots(HOME))
        .extracting(EmulatedSnapshot::id)
        .hasSize(3)
        .last()
        .isEqualTo(reported);
  }

  @Test
  void requests_are_numbered_with_what_they_said() {
    home.describeVolumes(request -> request.volumeIds(VOLUME));
    home.createSnapshot(request -> request.volumeId(VOLUME));

    EmulatedRequest last = emulator.requests().get(1);
    assertThat(last.number()).isEqualTo(2);
    assertThat(last.call()).isEqualTo(1);
    assertThat(last.action()).isEqualTo("CreateSnapshot");
    assertThat(last.region()).isEqualTo(HOME);
    assertThat(last.parameter("VolumeId")).contains(VOLUME);
    assertThat(last.outcome()).isEqualTo("200");
  }

  @Test
  void caller_is_told_who_it_is() {
    try (StsClient sts = Clients.sts(emulator)) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo(EmulatedAccount.ID);
    }
  }
}
