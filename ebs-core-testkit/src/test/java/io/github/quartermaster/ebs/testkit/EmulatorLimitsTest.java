package io.github.quartermaster.ebs.testkit;

import static io.github.quartermaster.ebs.testkit.Clients.filter;
import static io.github.quartermaster.ebs.testkit.Clients.numbered;
import static io.github.quartermaster.ebs.testkit.Clients.snapshotTags;
import static io.github.quartermaster.ebs.testkit.Clients.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.RequestRate;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class EmulatorLimitsTest extends WithEmulator {
  private static final Duration LONG = Duration.ofHours(2);

  @Test
  void second_snapshot_of_a_volume_within_15_seconds_is_refused() {
    snapshot();
    emulator.clock().advance(Duration.ofSeconds(14));

    assertRefused(this::snapshot, 400, "SnapshotCreationPerVolumeRateExceeded");

    emulator.clock().advance(Duration.ofSeconds(1));
    snapshot();
  }

  @Test
  void sixth_pending_snapshot_of_a_volume_is_refused_until_one_completes() {
    takeLong();
    for (int index = 0; index < 5; index++) {
      snapshot();
      emulator.clock().advance(Duration.ofSeconds(15));
    }

    assertRefused(this::snapshot, 400, "ConcurrentSnapshotLimitExceeded");

    emulator.clock().advance(LONG.minusSeconds(75));
    snapshot();
  }

  @Test
  void deleted_pending_snapshots_go_on_counting() {
    takeLong();
    emulator.account().limits(EmulatorLimits.AWS.withPendingPerVolume(1, 1));
    String first = snapshot();
    home.deleteSnapshot(request -> request.snapshotId(first));
    emulator.clock().advance(Duration.ofSeconds(15));

    assertRefused(this::snapshot, 400, "ConcurrentSnapshotLimitExceeded");
  }

  @Test
  void failed_snapshots_count_as_long_as_they_are_there() {
    emulator.account().limits(EmulatorLimits.AWS.withPendingPerVolume(1, 1));
    emulator.account().failNextSnapshot(HOME, VOLUME, "Internal failure");
    String failed = completedSnapshot();
    assertThat(described(home, failed).stateAsString()).isEqualTo("error");
    assertThat(described(home, failed).stateMessage()).isEqualTo("Internal failure");

    assertRefused(this::snapshot, 400, "ConcurrentSnapshotLimitExceeded");

    home.deleteSnapshot(request -> request.snapshotId(failed));
    snapshot();
  }

  @ParameterizedTest
  @CsvSource({"st1", "sc1"})
  void cold_volume_has_one_pending_snapshot(String type) {
    takeLong();
    emulator.account().add(EmulatedVolume.of(HOME, "vol-0c01d", 500).withType(type));
    snapshot("vol-0c01d");
    emulator.clock().advance(Duration.ofSeconds(15));

    assertRefused(() -> snapshot("vol-0c01d"), 400, "ConcurrentSnapshotLimitExceeded");
  }

  @Test
  void twenty_first_copy_to_a_region_is_refused_until_one_completes() {
    String source = completedSnapshot();
    takeLong();
    for (int index = 0; index < 20; index++) {
      copy(source);
    }

    assertRefused(() -> copy(source), 400, "ResourceLimitExceeded");

    emulator.clock().advance(LONG);
    copy(source);
  }

  @Test
  void bucket_of_an_action_empties_and_fills_by_the_clock() {
    emulator
        .account()
        .limits(EmulatorLimits.NONE.withRate("CreateSnapshot", new RequestRate(3, 5)));
    snapshot();
    snapshot();
    snapshot();

    assertRefused(this::snapshot, 503, "RequestLimitExceeded");

    home.describeVolumes();
    emulator.clock().advance(Duration.ofMillis(200));
    snapshot();
    assertRefused(this::snapshot, 503, "RequestLimitExceeded");
  }

  @Test
  void looking_at_everything_has_the_smaller_bucket() {
    for (int index = 0; index < 50; index++) {
      home.describeVolumes();
    }

    assertRefused(home::describeVolumes, 503, "RequestLimitExceeded");
    home.describeVolumes(request -> request.volumeIds(VOLUME));
    away.describeVolumes();
  }

  @Test
  void resource_has_fifty_tags() {
    Map<String, String> fifty = tags(50);
    String id =
        home.createSnapshot(
                request -> request.volumeId(VOLUME).tagSpecifications(snapshotTags(fifty)))
            .snapshotId();

    assertRefused(
        () -> home.createTags(request -> request.resources(id).tags(tag("more", ""))),
        400,
        "TagLimitExceeded");
    emulator.clock().advance(Duration.ofMinutes(1));
    assertRefused(
        () ->
            home.createSnapshot(
                request -> request.volumeId(VOLUME).tagSpecifications(snapshotTags(tags(51)))),
        400,
        "TagLimitExceeded");
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"129, 1", "1, 257"})
  void tag_that_is_too_long_is_refused(int key, int value) {
    assertRefused(
        () ->
            home.createTags(
                request -> request.resources(VOLUME).tags(tag("k".repeat(key), "v".repeat(value)))),
        400,
        "InvalidParameterValue");
  }

  @Test
  void tag_of_aws_itself_is_refused() {
    assertRefused(
        () -> home.createTags(request -> request.resources(VOLUME).tags(tag("aws:x", "y"))),
        400,
        "InvalidParameterValue");
  }

  @Test
  void filters_have_two_hundred_values() {
    home.describeSnapshots(request -> request.filters(filter("volume-id", numbered("vol-", 200))));

    assertRefused(
        () ->
            home.describeSnapshots(
                request -> request.filters(filter("volume-id", numbered("vol-", 201)))),
        400,
        "FilterLimitExceeded");
  }

  @Test
  void pages_cannot_be_had_of_what_is_named() {
    String id = snapshot();

    assertRefused(
        () -> home.describeSnapshots(request -> request.snapshotIds(id).maxResults(5)),
        400,
        "InvalidParameterCombination");
  }

  private void takeLong() {
    emulator.account().completesAfter(CompletionTime.of(LONG), CompletionTime.of(LONG));
  }

  private static Map<String, String> tags(int count) {
    return Stream.of(numbered("key", count)).collect(Collectors.toMap(key -> key, key -> "value"));
  }
}
