package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.internal.run.SimulatedCloud.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.internal.time.VirtualTimeline;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fleet in virtual time: how much longer a run takes than the cloud's own rates make it. The
 * numbers are the same on every machine; docs/benchmarks.md has them.
 */
class FleetSimulationTest {
  private static final RunId RUN = new RunId("fleet");
  private static final Duration COPY = Duration.ofMinutes(5);
  private static final CostEstimate FREE =
      new CostEstimate(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          "USD");

  @TempDir(factory = MemoryTempDir.class)
  private Path folder;

  /** What one simulated run took. */
  private record Fleet(Duration makespan, Duration bound, int describes) {
    double ratio() {
      return (double) makespan.toMillis() / bound.toMillis();
    }
  }

  @Test
  void ten_thousand_volumes_of_eight_regions_run_near_the_bound_of_the_clouds_rates() {
    Fleet fleet = simulate(10_000, 8, false);

    print("10,000 volumes in 8 regions", fleet);
    assertThat(fleet.ratio()).isLessThan(1.6);
  }

  @Test
  void a_thousand_volumes_with_copies_run_near_the_bound_of_the_copies_at_once() {
    Fleet fleet = simulate(1_000, 1, true);

    print("1,000 volumes with a copy each, 1 region to 1", fleet);
    assertThat(fleet.ratio()).isLessThan(1.3);
    assertThat(fleet.describes()).isLessThan(4000);
  }

  private static void print(String what, Fleet fleet) {
    System.out.printf(
        "%s: %d s, the bound is %d s, ratio %.2f, %d describes%n",
        what,
        fleet.makespan().toSeconds(),
        fleet.bound().toSeconds(),
        fleet.ratio(),
        fleet.describes());
  }

  private Fleet simulate(int volumes, int regions, boolean copies) {
    VirtualTimeline timeline =
        new VirtualTimeline(Instant.parse("2026-11-25T02:00:00Z"), Duration.ofMillis(300));
    SimulatedCloud cloud = new SimulatedCloud(timeline);
    cloud.takes(COPY, Duration.ZERO);
    List<PlannedVolume> planned = new ArrayList<>();
    for (int i = 0; i < volumes; i++) {
      Region region = regions == 1 ? HOME : new Region("region-" + i % regions);
      planned.add(planned(cloud.volume("vol-%06x".formatted(i), 1 + i % 500), region, copies));
    }
    BackupPlan plan = new BackupPlan(RUN, planned, List.of(), FREE, List.of());
    Instant start = timeline.now();
    RunOptions options = new RunOptions(true, true, start.plus(Duration.ofDays(2)), null);
    RunResult result;
    try (Journal journal =
        Journal.open(folder.resolve("journal-" + regions), RUN, timeline.clock())) {
      result = new BackupRunner(plan, options, cloud, timeline, journal, EbsListener.SILENT).run();
    }
    assertThat(result.volumes()).hasSize(volumes).allMatch(VolumeOutcome::isComplete);
    int made = IntStream.range(0, regions).map(i -> count(cloud, regions, i)).sum();
    assertThat(made).isEqualTo(volumes);
    return new Fleet(
        Duration.between(start, timeline.now()),
        bound(volumes / regions, copies),
        cloud.calls(Call.DESCRIBE));
  }

  private static int count(SimulatedCloud cloud, int regions, int number) {
    return cloud.snapshots(regions == 1 ? HOME : new Region("region-" + number)).size();
  }

  /**
   * What the cloud's limits alone cost: a region's share at 5 calls a second after a burst of 100,
   * and then the last one's own time; of copies 20 at once.
   */
  private static Duration bound(int ofOneRegion, boolean copies) {
    Duration creating = Duration.ofSeconds(Math.max(0, ofOneRegion - 100) / 5);
    Duration copying = copies ? COPY.multipliedBy((ofOneRegion + 19) / 20) : Duration.ZERO;
    return copies ? COPY.plus(copying) : creating.plus(COPY);
  }

  private static PlannedVolume planned(Volume volume, Region region, boolean copied) {
    Token token = Token.ofVolume(RUN, volume.id());
    Region destination = new Region("eu-west-1");
    List<Region> destinations = copied ? List.of(destination) : List.of();
    List<PlannedCopy> copies =
        destinations.stream().map(to -> copy(volume.id(), region, to)).toList();
    return new PlannedVolume(
        new VolumeSpec(volume.id(), "", destinations, 1),
        region,
        volume,
        token,
        "",
        tags(token),
        null,
        true,
        copies,
        List.of());
  }

  private static PlannedCopy copy(VolumeId volume, Region from, Region to) {
    Token token = Token.ofCopy(RUN, volume, to);
    return new PlannedCopy(token, to, from, false, null, null, "", tags(token), null, true);
  }

  private static Map<String, String> tags(Token token) {
    return Map.of(OurTags.RUN, RUN.value(), OurTags.TOKEN, token.toString());
  }
}
