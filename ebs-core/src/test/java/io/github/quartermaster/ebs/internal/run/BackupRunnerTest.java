package io.github.quartermaster.ebs.internal.run;

import static io.github.quartermaster.ebs.internal.run.SimulatedCloud.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.internal.time.VirtualTimeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupRunnerTest {
  private static final Region WEST = new Region("us-west-1");
  private static final Region EUROPE = new Region("eu-west-1");
  private static final RunId RUN = new RunId("build-7");
  private static final CostEstimate FREE =
      new CostEstimate(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          "USD");

  private final VirtualTimeline timeline =
      new VirtualTimeline(Instant.parse("2026-11-25T02:00:00Z"), Duration.ofMillis(200));
  private final SimulatedCloud cloud = new SimulatedCloud(timeline);

  @TempDir(factory = MemoryTempDir.class)
  private Path folder;

  private static PlannedVolume planned(Volume volume, Region... destinations) {
    VolumeSpec spec = new VolumeSpec(volume.id(), "My vol", List.of(destinations), 1);
    Token token = Token.ofVolume(RUN, volume.id());
    return new PlannedVolume(
        spec,
        HOME,
        volume,
        token,
        "My vol",
        tags(token),
        null,
        true,
        spec.destinations().stream().map(to -> copy(volume, to)).toList(),
        List.of());
  }

  private static PlannedCopy copy(Volume volume, Region to) {
    Token token = Token.ofCopy(RUN, volume.id(), to);
    return new PlannedCopy(token, to, HOME, false, null, null, "My vol", tags(token), null, true);
  }

  private static Map<String, String> tags(Token token) {
    return Map.of(
        OurTags.RUN, RUN.value(), OurTags.TOKEN, token.toString(), OurTags.NAME, "My vol");
  }

  private static BackupPlan plan(PlannedVolume... volumes) {
    return new BackupPlan(RUN, List.of(volumes), List.of(), FREE, List.of());
  }

  private RunOptions options(boolean awaited) {
    return new RunOptions(awaited, true, timeline.now().plus(Duration.ofHours(4)), null);
  }

  private RunResult run(BackupPlan plan, String journal, RunOptions options) {
    try (Journal opened = Journal.open(folder.resolve(journal), RUN, timeline.clock())) {
      return new BackupRunner(plan, options, cloud, timeline, opened, EbsListener.SILENT).run();
    }
  }

  private RunResult run(BackupPlan plan) {
    return run(plan, "journal", options(true));
  }

  private static List<ProblemCode> problems(RunResult result) {
    return result.volumes().stream()
        .flatMap(volume -> volume.problems().stream())
        .map(Problem::code)
        .toList();
  }

  private void assertOneOfEach(RunResult result, int snapshots, int copies) {
    assertThat(result.volumes()).allMatch(VolumeOutcome::isComplete);
    assertThat(cloud.snapshots(HOME)).hasSize(snapshots).allMatch(this::isWhole);
    assertThat(Stream.of(WEST, EUROPE).flatMap(region -> cloud.snapshots(region).stream()))
        .hasSize(copies)
        .allMatch(this::isWhole);
  }

  private boolean isWhole(Snapshot snapshot) {
    return snapshot.stateWord().equals("completed") && snapshot.tag(OurTags.TOKEN).isPresent();
  }

  private BackupPlan twoVolumes() {
    return plan(
        planned(cloud.volume("vol-1", 8), WEST, EUROPE), planned(cloud.volume("vol-2", 100), WEST));
  }

  @Test
  void every_volume_gets_a_snapshot_and_each_destination_a_copy() {
    RunResult result = run(twoVolumes());

    assertOneOfEach(result, 2, 3);
    assertThat(result.changed()).isTrue();
    assertThat(cloud.snapshots(WEST))
        .extracting(copy -> copy.tag(OurTags.SOURCE_SNAPSHOT).orElse(""))
        .containsExactlyInAnyOrderElementsOf(
            cloud.snapshots(HOME).stream().map(snapshot -> snapshot.id().value()).toList());
  }

  @Test
  void the_same_run_again_makes_nothing_with_the_journal_or_without() {
    BackupPlan plan = twoVolumes();
    run(plan);

    RunResult again = run(plan);
    RunResult elsewhere = run(plan, "another machine", options(true));

    assertOneOfEach(again, 2, 3);
    assertOneOfEach(elsewhere, 2, 3);
    assertThat(again.changed()).isFalse();
    assertThat(elsewhere.changed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Call.class,
      names = {"CREATE_SNAPSHOT", "COPY_SNAPSHOT", "DESCRIBE"})
  void answers_that_are_lost_make_nothing_twice(Call lossy) {
    AtomicInteger lost = new AtomicInteger();
    cloud.lags(Duration.ofSeconds(10));
    cloud.script(
        (call, region, request) -> {
          Answer<?> answer = request.get();
          return call == lossy && lost.incrementAndGet() % 2 == 1 ? SimulatedCloud.lost() : answer;
        });

    assertOneOfEach(run(twoVolumes()), 2, 3);
    assertThat(lost).hasPositiveValue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Call.class,
      names = {"CREATE_SNAPSHOT", "COPY_SNAPSHOT"})
  void calls_that_never_arrived_are_made_again(Call lossy) {
    AtomicInteger lost = new AtomicInteger();
    cloud.script(
        (call, region, request) ->
            call == lossy && lost.incrementAndGet() <= 3 ? SimulatedCloud.lost() : request.get());

    assertOneOfEach(run(twoVolumes()), 2, 3);
  }

  @Test
  void a_process_that_dies_at_any_request_loses_nothing_and_doubles_nothing() {
    BackupPlan plan = twoVolumes();
    int crashes = 0;
    for (boolean before : List.of(true, false)) {
      for (boolean journalLost : List.of(true, false)) {
        for (int at = 1; ; at++) {
          forgetAll();
          if (!dies(plan, at, before, "journal-" + crashes)) {
            break;
          }
          timeline.pause(Duration.ofSeconds(40));
          String journal = journalLost ? "other-" + crashes : "journal-" + crashes;
          crashes++;
          assertOneOfEach(run(plan, journal, options(true)), 2, 3);
        }
      }
    }
    assertThat(crashes).isGreaterThan(30);
  }

  private void forgetAll() {
    timeline.close();
    for (Region region : List.of(HOME, WEST, EUROPE)) {
      cloud.snapshots(region).forEach(snapshot -> cloud.forget(snapshot.id()));
    }
    timeline.pause(Duration.ofMinutes(1));
  }

  private boolean dies(BackupPlan plan, int at, boolean before, String journal) {
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
      run(plan, journal, options(true));
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

  @Test
  void what_two_processes_made_of_the_same_run_ends_as_one() {
    BackupPlan plan = twoVolumes();
    run(plan);
    Snapshot first = cloud.snapshots(HOME).get(0);
    timeline.pause(Duration.ofMinutes(1));
    // the other process had looked before the first one's snapshots could be found
    cloud.create(plan.volumes().get(0).creation());
    Creation.Copy copy = plan.volumes().get(0).copies().get(0).creation(first.id());
    cloud.create(copy);
    assertThat(cloud.snapshots(HOME)).hasSize(3);

    timeline.pause(Duration.ofMinutes(10));
    RunResult result = run(plan, "other", options(true));

    assertOneOfEach(result, 2, 3);
    assertThat(cloud.snapshots(HOME)).extracting(Snapshot::id).contains(first.id());
    assertThat(result.changed()).isTrue();
  }

  @Test
  void a_journal_in_use_refuses_a_second_process() {
    BackupPlan plan = twoVolumes();
    try (Journal ofTheFirst = Journal.open(folder.resolve("journal"), RUN, timeline.clock())) {
      assertThat(ofTheFirst.unanswered()).isEmpty();
      assertThatThrownBy(() -> run(plan))
          .isInstanceOf(EbsException.class)
          .hasMessageContaining("RUN_LOCKED");
    }
  }

  @Test
  void a_volume_that_vanished_fails_alone() {
    BackupPlan plan = twoVolumes();
    PlannedVolume gone =
        planned(
            new Volume(
                new VolumeId("vol-9"),
                HOME,
                "in-use",
                1,
                "gp3",
                "a",
                false,
                null,
                List.of(),
                Map.of()),
            WEST);
    List<PlannedVolume> all = new ArrayList<>(plan.volumes());
    all.add(1, gone);

    RunResult result = run(plan(all.toArray(PlannedVolume[]::new)));

    assertThat(result.volumes())
        .extracting(VolumeOutcome::isComplete)
        .containsExactly(true, false, true);
    assertThat(problems(result))
        .containsExactly(ProblemCode.VOLUME_NOT_FOUND, ProblemCode.COPY_FAILED);
  }

  @Test
  void a_snapshot_that_fails_is_told_with_the_clouds_words_and_made_anew_by_the_same_run() {
    BackupPlan plan = plan(planned(cloud.volume("vol-1", 8), WEST));
    cloud.script(
        (call, region, request) -> {
          Answer<?> answer = request.get();
          cloud
              .snapshots(HOME)
              .forEach(one -> cloud.fail(one.id(), "Given key ID is not accessible"));
          return answer;
        });

    RunResult result = run(plan);

    assertThat(problems(result))
        .containsExactly(ProblemCode.SNAPSHOT_FAILED, ProblemCode.COPY_FAILED);
    assertThat(result.volumes().get(0).problems().get(0).message())
        .contains("Given key ID is not accessible");

    cloud.script((call, region, request) -> request.get());
    timeline.pause(Duration.ofMinutes(1));
    assertOneOfEach(run(plan), 1, 1);
  }

  @Test
  void a_snapshot_that_somebody_removes_is_told_as_lost() {
    AtomicInteger looks = new AtomicInteger();
    cloud.takes(Duration.ofHours(1), Duration.ZERO);
    cloud.script(
        (call, region, request) -> {
          if (call == Call.DESCRIBE && looks.incrementAndGet() == 5) {
            cloud.snapshots(HOME).forEach(one -> cloud.forget(one.id()));
          }
          return request.get();
        });

    assertThat(problems(run(plan(planned(cloud.volume("vol-1", 8))))))
        .containsExactly(ProblemCode.SNAPSHOT_LOST);
  }

  @Test
  void snapshots_that_lost_their_tags_are_found_by_their_ids_however_many_they_are() {
    AtomicInteger looks = new AtomicInteger();
    cloud.takes(Duration.ofMinutes(20), Duration.ZERO);
    cloud.script(
        (call, region, request) -> {
          if (call == Call.DESCRIBE && looks.incrementAndGet() == 25) {
            cloud.untag(HOME);
          }
          return request.get();
        });
    PlannedVolume[] volumes =
        Stream.iterate(1, i -> i + 1)
            .limit(450)
            .map(i -> planned(cloud.volume("vol-" + i, 10)))
            .toArray(PlannedVolume[]::new);

    RunResult result = run(plan(volumes));

    assertThat(problems(result)).isEmpty();
    assertThat(result.volumes()).allMatch(VolumeOutcome::isComplete);
    assertThat(cloud.snapshots(HOME)).hasSize(450);
  }

  @Test
  void time_that_runs_out_is_told_and_the_rest_can_be_taken_up() {
    BackupPlan plan = twoVolumes();
    cloud.takes(Duration.ofHours(1), Duration.ZERO);
    RunOptions short_ =
        new RunOptions(true, true, timeline.now().plus(Duration.ofMinutes(30)), null);

    RunResult result = run(plan, "journal", short_);

    assertThat(problems(result)).containsOnly(ProblemCode.NOT_FINISHED).hasSize(5);
    assertThat(UnfinishedRun.of(folder.resolve("journal"), timeline.now())).contains(RUN);

    assertOneOfEach(run(plan), 2, 3);
    assertThat(UnfinishedRun.of(folder.resolve("journal"), timeline.now())).isEmpty();
  }

  @Test
  void without_waiting_a_run_ends_once_every_snapshot_is_accepted() {
    BackupPlan plan = twoVolumes();
    Instant start = timeline.now();

    RunResult result = run(plan, "journal", options(false));

    assertThat(Duration.between(start, timeline.now())).isLessThan(Duration.ofSeconds(20));
    assertThat(problems(result)).isEmpty();
    assertThat(result.volumes()).noneMatch(VolumeOutcome::isComplete);
    assertThat(result.volumes())
        .extracting(volume -> volume.snapshot().snapshot().orElseThrow().id())
        .containsExactlyElementsOf(cloud.snapshots(HOME).stream().map(Snapshot::id).toList());

    assertOneOfEach(run(plan), 2, 3);
  }

  @Test
  void refused_credentials_stop_the_run() {
    cloud.script(
        (call, region, request) ->
            call == Call.CREATE_SNAPSHOT
                ? new Refused<>(Refused.Reason.CREDENTIALS, "ExpiredToken")
                : request.get());

    RunResult result = run(twoVolumes());

    assertThat(problems(result)).containsOnly(ProblemCode.CREDENTIALS_REFUSED);
    assertThat(cloud.calls(Call.CREATE_SNAPSHOT)).isLessThanOrEqualTo(2);
  }

  @Test
  void throttling_for_minutes_is_waited_out() {
    Instant calm = timeline.now().plus(Duration.ofMinutes(8));
    cloud.script(
        (call, region, request) ->
            timeline.now().isBefore(calm) && call != Call.DESCRIBE
                ? new Wait<>(Wait.Reason.THROTTLED, Duration.ZERO, "RequestLimitExceeded")
                : request.get());

    assertOneOfEach(run(twoVolumes()), 2, 3);
    assertThat(cloud.calls(Call.CREATE_SNAPSHOT)).isLessThan(60);
  }

  @Test
  void no_more_copies_run_at_once_than_a_region_takes() {
    PlannedVolume[] volumes =
        Stream.iterate(1, i -> i + 1)
            .limit(70)
            .map(i -> planned(cloud.volume("vol-" + i, 10), WEST))
            .toArray(PlannedVolume[]::new);

    assertOneOfEach(run(plan(volumes)), 70, 70);
    assertThat(cloud.mostCopies()).isEqualTo(20);
    assertThat(cloud.calls(Call.COPY_SNAPSHOT)).isEqualTo(70);
  }

  @Test
  void volumes_of_one_instance_are_snapshotted_by_one_call_and_named_afterwards() {
    cloud.instance("i-1", "vol-1", "vol-2", "vol-3");
    Token token = Token.ofInstance(RUN, new InstanceId("i-1"));
    List<PlannedVolume> members =
        Stream.of("vol-1", "vol-2").map(id -> member(cloud.volume(id, 8), token)).toList();
    Creation.OfInstance creation =
        new Creation.OfInstance(
            HOME,
            new InstanceId("i-1"),
            false,
            Set.of(new VolumeId("vol-3")),
            "set",
            Map.of(OurTags.RUN, RUN.value(), OurTags.TOKEN, token.toString()));
    PlannedSet set =
        new PlannedSet(token, creation, List.of(new VolumeId("vol-1"), new VolumeId("vol-2")));
    AtomicInteger lost = new AtomicInteger();
    cloud.script(
        (call, region, request) -> {
          Answer<?> answer = request.get();
          boolean first = call != Call.DESCRIBE && lost.incrementAndGet() == 1;
          return first ? SimulatedCloud.lost() : answer;
        });

    RunResult result = run(new BackupPlan(RUN, members, List.of(set), FREE, List.of()));

    assertOneOfEach(result, 2, 1);
    assertThat(cloud.calls(Call.CREATE_SNAPSHOT_SET)).isEqualTo(1);
    assertThat(cloud.snapshots(HOME))
        .extracting(snapshot -> snapshot.tag(OurTags.NAME).orElse(""))
        .containsExactlyInAnyOrder("Mine vol-1", "Mine vol-2");
    assertThat(result.volumes()).extracting(VolumeOutcome::set).containsOnly("i-1");
  }

  private static PlannedVolume member(Volume volume, Token token) {
    VolumeSpec spec =
        new VolumeSpec(
            volume.id(),
            "Mine",
            volume.id().value().equals("vol-1") ? List.of(WEST) : List.of(),
            1);
    return new PlannedVolume(
        spec,
        HOME,
        volume,
        token,
        "Mine",
        Map.of(OurTags.NAME, "Mine " + volume.id()),
        null,
        true,
        spec.destinations().stream().map(to -> copy(volume, to)).toList(),
        List.of());
  }
}
