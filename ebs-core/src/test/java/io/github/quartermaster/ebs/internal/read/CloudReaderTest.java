package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CloudReaderTest {
  private static final Region HOME = new Region("us-east-1");
  private static final Region WEST = new Region("us-west-1");
  private static final Region NOWHERE = new Region("nowhere");
  private static final InstanceId MACHINE = new InstanceId("i-1");
  private static final BackupRules SETS =
      new BackupRules(Consistency.INSTANCE, false, null, null, null, Prices.DEFAULTS);

  private final TestStorage storage = new TestStorage();
  private final CloudReader reader =
      new CloudReader(storage, new Patience(new TestTimeline(), Duration.ofMinutes(1)));

  CloudReaderTest() {
    storage.regions.addAll(Set.of(HOME, WEST, new Region("eu-west-1")));
  }

  @Test
  void volumes_are_found_by_tag_and_described_by_their_names() {
    storage.volumes.add(volume("vol-2", Map.of("Name", "Data", "backup", "yes")));
    storage.volumes.add(volume("vol-1", Map.of("backup", "yes")));
    storage.volumes.add(volume("vol-3", Map.of("backup", "no")));
    assertThat(reader.specs(HOME, new VolumeFilter.Tagged("backup", "yes"), List.of(WEST)))
        .containsExactly(
            new VolumeSpec(new VolumeId("vol-1"), "", List.of(WEST), 0),
            new VolumeSpec(new VolumeId("vol-2"), "Data", List.of(WEST), 0));
  }

  @Test
  void volumes_are_found_by_instance() {
    storage.volumes.add(volume("vol-1", Map.of("Name", "Root")));
    assertThat(reader.specs(HOME, new VolumeFilter.AttachedTo(MACHINE), List.of()))
        .extracting(VolumeSpec::description)
        .containsExactly("Root");
  }

  @Test
  void many_volumes_are_asked_for_in_parts_and_pages() {
    IntStream.range(0, 450).forEach(i -> storage.volumes.add(volume("vol-" + i, Map.of())));
    List<VolumeSpec> specs = IntStream.range(0, 500).mapToObj(i -> spec("vol-" + i)).toList();
    CloudFindings found = reader.findings(specs, HOME, BackupRules.DEFAULT);
    assertThat(found.volumes()).hasSize(450);
    assertThat(storage.asked.stream().filter("volumes us-east-1"::equals)).hasSize(100 + 100 + 25);
  }

  @Test
  void snapshots_of_the_source_and_of_destinations_that_exist_are_listed() {
    storage.snapshots.add(snapshot("snap-1", HOME, Map.of()));
    storage.snapshots.add(snapshot("snap-2", WEST, Map.of()));
    CloudFindings found =
        reader.findings(List.of(spec("vol-1", WEST, NOWHERE)), HOME, BackupRules.DEFAULT);
    assertThat(found.ours())
        .extracting(Snapshot::id)
        .extracting(SnapshotId::value)
        .containsExactly("snap-1", "snap-2");
    assertThat(storage.asked)
        .containsExactly(
            "regions",
            "volumes us-east-1",
            "snapshots us-east-1",
            "snapshots us-west-1",
            "encryption us-west-1");
  }

  @Test
  void unfinished_snapshots_of_the_volumes_are_asked_for_in_parts() {
    IntStream.range(0, 200).forEach(i -> storage.volumes.add(volume("vol-" + i, Map.of())));
    List<VolumeSpec> specs = IntStream.range(0, 200).mapToObj(i -> spec("vol-" + i)).toList();
    storage.snapshots.add(pending("snap-1", "vol-1"));
    storage.snapshots.add(pending("snap-2", "vol-1000"));
    storage.snapshots.add(snapshot("snap-3", HOME, Map.of()));

    CloudFindings found = reader.findings(specs, HOME, BackupRules.DEFAULT);

    assertThat(found.unfinished())
        .extracting(snapshot -> snapshot.id().value())
        .containsExactly("snap-1");
    assertThat(storage.asked.stream().filter("unfinished us-east-1"::equals)).hasSize(2);
  }

  @Test
  void source_that_is_no_region_is_not_asked() {
    CloudFindings found = reader.findings(List.of(spec("vol-1")), NOWHERE, SETS);
    assertThat(found.volumes()).isEmpty();
    assertThat(storage.asked).containsExactly("regions");
  }

  @Test
  void instances_are_asked_for_only_where_sets_are_wanted() {
    storage.volumes.add(volume("vol-1", Map.of()));
    Instance instance = new Instance(MACHINE, null, List.of(new VolumeId("vol-1")));
    storage.instances.add(instance);
    List<VolumeSpec> specs = List.of(spec("vol-1"));
    assertThat(reader.findings(specs, HOME, BackupRules.DEFAULT).instances()).isEmpty();
    assertThat(reader.findings(specs, HOME, SETS).instances()).containsExactly(instance);
  }

  @Test
  void set_made_moments_ago_is_looked_at_again_once_all_of_it_can_be_seen() {
    TestTimeline timeline = new TestTimeline();
    CloudReader soon = new CloudReader(storage, new Patience(timeline, Duration.ofMinutes(1)));
    Instant begun = timeline.now().minusSeconds(10);
    storage.snapshots.add(snapshot("snap-1", HOME, begun, Map.of()));
    List<VolumeSpec> specs = List.of(spec("vol-1"));
    soon.findings(specs, HOME, BackupRules.DEFAULT);
    assertThat(timeline.pauses).isEmpty();
    soon.findings(specs, HOME, SETS);
    assertThat(timeline.pauses).containsExactly(Duration.ofSeconds(20));
    soon.findings(specs, HOME, SETS);
    assertThat(timeline.pauses).hasSize(1);
    assertThat(storage.asked.stream().filter("snapshots us-east-1"::equals)).hasSize(4);
  }

  @Test
  void regions_that_encrypt_by_default_are_found() {
    storage.encryption = new Answer.Done<>(true);
    List<VolumeSpec> specs = List.of(spec("vol-1", WEST));
    assertThat(reader.findings(specs, HOME, BackupRules.DEFAULT).encryptsByDefault())
        .containsExactly(WEST);
  }

  @Test
  void no_permission_to_learn_of_encryption_stops_nothing() {
    storage.encryption = new Answer.Refused<>(Answer.Refused.Reason.PERMISSION, "no");
    List<VolumeSpec> specs = List.of(spec("vol-1", WEST));
    assertThat(reader.findings(specs, HOME, BackupRules.DEFAULT).encryptsByDefault()).isEmpty();
  }

  @Test
  void snapshots_of_a_run_are_looked_for_where_its_tags_say() {
    storage.snapshots.add(
        snapshot("snap-1", HOME, Map.of(OurTags.COPY_TO, "us-west-1 nowhere us-east-1")));
    storage.snapshots.add(snapshot("snap-2", WEST, Map.of()));
    assertThat(reader.ofRun(new RunId("42"), HOME)).hasSize(2);
    assertThat(storage.asked)
        .containsExactly("snapshots us-east-1", "regions", "snapshots us-west-1");
  }

  @Test
  void snapshots_of_ours_are_listed_in_all_regions_or_in_those_named() {
    storage.snapshots.add(snapshot("snap-1", HOME, Map.of()));
    storage.snapshots.add(snapshot("snap-2", WEST, Map.of()));
    List<Problem> problems = new ArrayList<>();
    assertThat(reader.ours(List.of(), Optional.empty(), problems)).hasSize(2);
    assertThat(reader.ours(List.of(WEST), Optional.of(new RunId("42")), problems)).hasSize(1);
    assertThat(problems).isEmpty();
  }

  private static VolumeSpec spec(String id, Region... destinations) {
    return new VolumeSpec(new VolumeId(id), "", Arrays.asList(destinations), 0);
  }

  private static Volume volume(String id, Map<String, String> tags) {
    return new Volume(
        new VolumeId(id), HOME, "in-use", 8, "gp3", "a", false, null, List.of(MACHINE), tags);
  }

  private static Snapshot pending(String id, String volume) {
    return new Snapshot(
        new SnapshotId(id),
        HOME,
        new VolumeId(volume),
        "pending",
        "",
        50,
        Instant.EPOCH,
        null,
        8,
        false,
        null,
        "",
        Map.of());
  }

  private static Snapshot snapshot(String id, Region region, Map<String, String> tags) {
    return snapshot(id, region, Instant.EPOCH, tags);
  }

  private static Snapshot snapshot(
      String id, Region region, Instant begun, Map<String, String> tags) {
    return new Snapshot(
        new SnapshotId(id),
        region,
        new VolumeId("vol-1"),
        "completed",
        "",
        100,
        begun,
        null,
        8,
        false,
        null,
        "",
        tags);
  }
}
