package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real descriptions of Cinder mean. */
class DescriptionsTest {
  private static final Region ONE = new Region("RegionOne");
  private static final Region STORE = new Region("RegionOne-backup");

  @Test
  void a_volume_in_use_shows_its_server_and_its_name() {
    Volume volume = Descriptions.volume(ONE, Recorded.member("volume being backed up", "volume"));

    assertThat(volume.id().value()).isEqualTo("b5a1a310-0583-46a0-b561-566a8e711ff2");
    assertThat(volume.state()).isEqualTo("backing-up");
    assertThat(volume.isReady()).isFalse();
    assertThat(volume.sizeGib()).isEqualTo(1);
    assertThat(volume.type()).isEqualTo("nfs");
    assertThat(volume.zone()).isEqualTo("one-az1");
    assertThat(volume.attachments())
        .containsExactly(
            new Volume.Attachment(
                new InstanceId("68aeba08-2585-42e8-8484-f6e2f9a441d7"), "/dev/vdb"));
    assertThat(volume.tags()).isEqualTo(Map.of("team", "a", OurTags.NAME, "data1"));
  }

  @Test
  void a_snapshot_is_pending_whole_or_failed() {
    Snapshot pending = Descriptions.snapshot(ONE, Recorded.member("snapshot created", "snapshot"));
    assertThat(pending.state()).isEqualTo(SnapshotState.PENDING);
    assertThat(pending.startedAt()).isEqualTo(Instant.parse("2026-11-22T08:04:49.656303Z"));
    assertThat(pending.percent()).isZero();

    Snapshot whole =
        Descriptions.snapshot(
            ONE, Recorded.member("snapshots of metadata", "snapshots").elements().get(0));
    assertThat(whole.state()).isEqualTo(SnapshotState.COMPLETED);
    assertThat(whole.stateWord()).isEqualTo("available");
    assertThat(whole.percent()).isEqualTo(100);
    assertThat(whole.tags()).containsEntry("n", "3");

    Snapshot failed = Descriptions.snapshot(ONE, Recorded.member("snapshot failed", "snapshot"));
    assertThat(failed.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(failed.stateMessage()).contains("administrators");
  }

  @Test
  void a_backup_that_failed_says_why() {
    Snapshot failed =
        Descriptions.backup(STORE, Recorded.member("backup failed after growth", "backup"));

    assertThat(failed.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(failed.region()).isEqualTo(STORE);
    assertThat(failed.stateMessage()).contains("Volume size increased since the last backup");
  }

  @Test
  void a_backup_under_way_says_since_when_and_who_helps_where_it_never_ends() {
    Snapshot stuck = Descriptions.backup(STORE, Recorded.member("backup stuck", "backup"));

    assertThat(stuck.state()).isEqualTo(SnapshotState.PENDING);
    assertThat(stuck.stateMessage())
        .contains("under way since 2026-11-22T08:05:00", "an administrator resets its state");
  }

  @Test
  void a_full_backup_of_one_object_is_taken_for_failed_where_the_volume_is_large() {
    Snapshot suspect = Descriptions.backup(STORE, backup(100, 1, false));
    assertThat(suspect.state()).isEqualTo(SnapshotState.ERROR);
    assertThat(suspect.stateMessage())
        .contains("100 GiB has more than 1 objects: it cannot be whole");

    assertThat(Descriptions.backup(STORE, backup(100, 13, false)).state())
        .isEqualTo(SnapshotState.COMPLETED);
    assertThat(Descriptions.backup(STORE, backup(8, 1, false)).state())
        .as("too small to tell")
        .isEqualTo(SnapshotState.COMPLETED);
    assertThat(Descriptions.backup(STORE, backup(100, 1, true)).state())
        .as("an increment may be small")
        .isEqualTo(SnapshotState.COMPLETED);
    assertThat(Descriptions.backup(STORE, backup(100, 0, false)).state())
        .as("a driver that does not count")
        .isEqualTo(SnapshotState.COMPLETED);
  }

  @Test
  void a_record_in_another_store_carries_the_token_of_that_store() {
    Map<String, String> tags =
        Map.of(OurTags.RUN, "night-1", OurTags.TOKEN, "night-1/vol-1/RegionOne-backup");

    assertThat(Tags.in(new Region("RegionTwo-backup"), tags))
        .containsEntry(OurTags.TOKEN, "night-1/vol-1/RegionTwo-backup");
    assertThat(Tags.in(STORE, tags)).isEqualTo(tags);
    assertThat(Tags.in(STORE, Map.of(OurTags.TOKEN, "../..", OurTags.RUN, "x")))
        .containsEntry(OurTags.TOKEN, "../..");
  }

  @Test
  void what_has_no_id_or_no_time_makes_no_sense() {
    assertThatThrownBy(() -> Descriptions.snapshot(ONE, json("{'volume_id':'v','status':'error'}")))
        .isInstanceOf(SenselessAnswerException.class)
        .hasMessageContaining("without an id");
    assertThatThrownBy(
            () ->
                Descriptions.snapshot(
                    ONE, json("{'id':'s','volume_id':'v','created_at':'yesterday'}")))
        .isInstanceOf(SenselessAnswerException.class)
        .hasMessageContaining("a time that is none");
    assertThatThrownBy(() -> Descriptions.volume(ONE, json("{'id':'../../etc'}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Json backup(long sizeGib, long objects, boolean incremental) {
    return json(
        "{'id':'b','volume_id':'v','status':'available','created_at':'2026-11-22T08:05:00.000000',"
            + "'size':%d,'object_count':%d,'is_incremental':%b,'metadata':{}}"
                .formatted(sizeGib, objects, incremental));
  }

  static Json json(String text) {
    try {
      return JsonText.read(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
