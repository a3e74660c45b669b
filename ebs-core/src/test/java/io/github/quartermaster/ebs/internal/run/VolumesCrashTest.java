package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.internal.run.SimulatedCloud.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.internal.plan.RestorePlanner;
import io.github.quartermaster.ebs.internal.plan.RestoreWish;
import io.github.quartermaster.ebs.internal.plan.SweepPlanner;
import io.github.quartermaster.ebs.internal.read.Patience;
import io.github.quartermaster.ebs.internal.read.RestoreReader;
import io.github.quartermaster.ebs.internal.time.VirtualTimeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeShape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies at any request of a restore or a drill, in a cloud in virtual time. */
class VolumesCrashTest {
  private static final RunId RUN = new RunId("nightly-7");
  private static final Duration DRILLED_WITHIN = Duration.ofHours(2);

  private final VirtualTimeline timeline =
      new VirtualTimeline(Instant.parse("2026-11-25T02:00:00Z"), Duration.ofMillis(200));
  private final SimulatedCloud cloud = new SimulatedCloud(timeline);

  @TempDir(factory = MemoryTempDir.class)
  private Path folder;

  private int processes;

  @BeforeEach
  void backUp() {
    // what is new is found by its tag long after the next process has looked
    cloud.volumes().lag(Duration.ofSeconds(25));
    for (String id : List.of("vol-a", "vol-b", "vol-c")) {
      Volume volume = cloud.volume(id, 8);
      cloud.create(
          new Creation.OfVolume(
              HOME,
              volume.id(),
              "",
              Map.of(
                  OurTags.RUN, RUN.value(),
                  OurTags.TOKEN, RUN + "/" + id,
                  OurTags.VOLUME, VolumeShape.of(volume).orElseThrow().toString())));
    }
    timeline.pause(Duration.ofHours(1));
  }

  @Test
  void a_restore_that_dies_at_any_request_ends_with_one_volume_of_each() {
    int crashes = 0;
    for (boolean before : List.of(true, false)) {
      for (boolean journalLost : List.of(true, false)) {
        for (int at = 1; ; at++) {
          RunId restore = new RunId("restore-" + before + "-" + journalLost + "-" + at);
          String journal = "journal-" + restore;
          if (!dies(at, before, () -> restore(restore, journal))) {
            break;
          }
          crashes++;
          List<RestoredVolume> volumes =
              restore(restore, journalLost ? journal + "-again" : journal);
          assertThat(volumes).hasSize(3).allMatch(RestoredVolume::isUsable);
          assertThat(made(OurTags.RESTORE, RUN + "/" + restore))
              .as("%s, %s request %s", restore, before ? "before" : "after", at)
              .extracting(volume -> volume.tags().get(OurTags.SOURCE_VOLUME))
              .containsExactlyInAnyOrder("vol-a", "vol-b", "vol-c");
        }
      }
    }
    assertThat(crashes).isGreaterThan(20);
  }

  @Test
  void of_a_drill_that_dies_at_any_request_the_next_one_leaves_nothing() {
    int crashes = 0;
    for (boolean before : List.of(true, false)) {
      for (int at = 1; ; at++) {
        RunId killed = new RunId("drill-" + before + "-" + at);
        if (!dies(at, before, () -> drill(killed))) {
          break;
        }
        crashes++;
        timeline.pause(DRILLED_WITHIN);
        DrillRunner.Drilled next = drill(new RunId("next-" + before + "-" + at));
        assertThat(next.volumes()).hasSize(3).allMatch(DrilledVolume::isPassed);
        assertThat(cloud.volumes().made())
            .as("%s, %s request %s", killed, before ? "before" : "after", at)
            .isEmpty();
      }
    }
    assertThat(crashes).isGreaterThan(20);
    assertThat(cloud.volumes().all())
        .extracting(Volume::id)
        .containsExactly(new VolumeId("vol-a"), new VolumeId("vol-b"), new VolumeId("vol-c"));
  }

  @Test
  void a_drill_that_dies_while_another_is_at_work_leaves_that_ones_volumes_alone() {
    RunId atWork = new RunId("at-work");
    cloud.volumes().create(plan(atWork, OurTags.DRILL).volumes().get(0).creation().orElseThrow());

    drill(new RunId("another"));

    assertThat(made(OurTags.DRILL, atWork.value())).hasSize(1);
  }

  private List<Volume> made(String tag, String value) {
    return cloud.volumes().made().stream()
        .filter(volume -> value.equals(volume.tags().get(tag)))
        .toList();
  }

  private List<RestoredVolume> restore(RunId restore, String journal) {
    RestorePlan plan = plan(restore, OurTags.RESTORE);
    assertThat(plan.isRefused()).isFalse();
    try (Journal opened = Journal.open(folder.resolve(journal), RUN, timeline.clock())) {
      return new RestoreRunner(
              plan,
              timeline.now().plus(Duration.ofHours(1)),
              cloud,
              timeline,
              opened,
              EbsListener.SILENT)
          .run();
    }
  }

  private DrillRunner.Drilled drill(RunId drill) {
    RestorePlan plan = plan(drill, OurTags.DRILL);
    List<Volume> leftovers = SweepPlanner.expired(reader().drilled(), timeline.now());
    Path journal = folder.resolve("drill-" + processes++);
    try (Journal opened = Journal.open(journal, DrillRunner.RUN, timeline.clock())) {
      return new DrillRunner(
              plan,
              leftovers,
              null,
              2,
              timeline.now().plus(Duration.ofHours(1)),
              cloud,
              timeline,
              opened,
              EbsListener.SILENT)
          .run();
    }
  }

  private RestorePlan plan(RunId id, String tag) {
    boolean drill = tag.equals(OurTags.DRILL);
    String value = drill ? id.value() : RUN + "/" + id;
    RestoreWish wish =
        new RestoreWish(
            id,
            RUN,
            HOME,
            HOME,
            Set.of(),
            RestoreRules.AS_IT_WAS,
            drill
                ? Map.of(
                    tag, value, OurTags.EXPIRES, timeline.now().plus(DRILLED_WITHIN).toString())
                : Map.of(tag, value),
            !drill,
            drill ? Integer.toString(processes++) : "",
            cloud.traits());
    return RestorePlanner.plan(
        wish, drill ? reader().forDrill(Optional.of(RUN)) : reader().ofRun(RUN, value, Set.of()));
  }

  private RestoreReader reader() {
    return new RestoreReader(cloud, new Patience(timeline, Duration.ofMinutes(1)), HOME);
  }

  private boolean dies(int at, boolean before, Runnable process) {
    AtomicInteger requests = new AtomicInteger();
    cloud.script(
        (call, region, request) -> {
          boolean now = requests.incrementAndGet() == at;
          if (now && before) {
            throw new Death();
          }
          Answer<?> answer = request.get();
          if (now) {
            throw new Death();
          }
          return answer;
        });
    try {
      process.run();
      return false;
    } catch (Death expected) {
      return true;
    } finally {
      timeline.close();
      cloud.script((call, region, request) -> request.get());
    }
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
