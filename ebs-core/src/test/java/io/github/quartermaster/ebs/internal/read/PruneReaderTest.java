package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.PruneFindings;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PruneReaderTest {
  private static final Region HOME = new Region("us-east-1");
  private static final Region WEST = new Region("us-west-2");

  private final TestStorage storage = new TestStorage();

  @Test
  void lists_are_read_to_their_end() {
    storage.regions.addAll(Set.of(HOME, WEST));
    for (int i = 0; i < 5; i++) {
      storage.snapshots.add(snapshot("snap-" + i, HOME, Map.of()));
    }
    storage.uses.put(
        HOME,
        List.of(
            use("snap-0", SnapshotUse.Kind.IMAGE),
            use("snap-1", SnapshotUse.Kind.IMAGE),
            use("snap-2", SnapshotUse.Kind.IMAGE),
            use("snap-3", SnapshotUse.Kind.LOCK)));

    PruneFindings findings = findings();

    assertThat(findings.chosen()).containsExactlyInAnyOrder(HOME, WEST);
    assertThat(findings.snapshots()).hasSize(5);
    assertThat(findings.uses()).hasSize(4);
    assertThat(findings.unsure()).isEmpty();
  }

  @Test
  void region_without_snapshots_is_not_asked_who_uses_them() {
    storage.regions.add(HOME);

    findings();

    assertThat(storage.asked).containsExactly("regions", "snapshots us-east-1");
  }

  @Test
  void copies_of_what_is_there_are_looked_for_in_other_regions() {
    storage.snapshots.add(snapshot("snap-1", HOME, Map.of(OurTags.COPY_TO, "us-west-2")));
    storage.snapshots.add(snapshot("snap-c", WEST, Map.of()));

    PruneFindings findings = findings(HOME);

    assertThat(findings.chosen()).containsExactly(HOME);
    assertThat(findings.snapshots()).hasSize(2);
    assertThat(storage.asked).doesNotContain("regions", "IMAGE us-west-2");
  }

  @Test
  void list_that_names_a_snapshot_twice_may_lack_others() {
    storage.snapshots.add(snapshot("snap-1", HOME, Map.of()));
    storage.snapshots.add(snapshot("snap-1", HOME, Map.of()));

    PruneFindings findings = findings(HOME);

    assertThat(findings.snapshots()).isEmpty();
    assertThat(findings.unsure()).containsOnlyKeys(HOME);
    assertThat(findings.unsure().values())
        .allMatch(why -> why.code() == ProblemCode.PRUNE_UNSURE && why.isError());
  }

  @Test
  void empty_list_is_doubted_where_copies_elsewhere_are_from_there() {
    storage.snapshots.add(snapshot("snap-c", WEST, Map.of(OurTags.SOURCE_REGION, "us-east-1")));

    PruneFindings findings = findings(HOME, WEST);

    assertThat(findings.unsure()).containsOnlyKeys(HOME);
    assertThat(findings.unsure().values()).noneMatch(why -> why.isError());
  }

  @Test
  void what_does_not_carry_our_tag_is_passed_over_whatever_a_filter_lets_through() {
    Snapshot foreign = snapshot("snap-1", HOME, Map.of());
    storage.snapshots.add(
        new Snapshot(
            foreign.id(),
            HOME,
            foreign.volume(),
            "completed",
            "",
            100,
            foreign.startedAt(),
            null,
            8,
            false,
            null,
            "",
            Map.of()));

    assertThat(findings(HOME).snapshots()).isEmpty();
  }

  private PruneFindings findings(Region... where) {
    return new PruneReader(storage, new Patience(new TestTimeline(), Duration.ofMinutes(1)))
        .findings(List.of(where));
  }

  private static SnapshotUse use(String snapshot, SnapshotUse.Kind kind) {
    return new SnapshotUse(new SnapshotId(snapshot), kind, "somebody");
  }

  private static Snapshot snapshot(String id, Region region, Map<String, String> more) {
    Map<String, String> tags = new HashMap<>(more);
    tags.put(OurTags.RUN, "run");
    return new Snapshot(
        new SnapshotId(id),
        region,
        new VolumeId("vol-1"),
        "completed",
        "",
        100,
        Instant.parse("2026-11-20T12:00:00Z"),
        null,
        8,
        false,
        null,
        "",
        tags);
  }
}
