package io.github.quartermaster.ebs.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RetentionSelectorPropertyTest {
  private static final Instant END = Instant.parse("2026-11-25T12:00:00Z");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void newest_whole_one_always_stays(
      @ForAll("snapshots") List<Snapshot> snapshots, @ForAll("policies") RetentionPolicy policy) {
    whole(snapshots).stream()
        .min(RetentionSelector.NEWEST_FIRST)
        .ifPresent(newest -> assertThat(kept(snapshots, policy)).contains(newest.id()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void pruning_what_is_left_removes_nothing(
      @ForAll("snapshots") List<Snapshot> snapshots, @ForAll("policies") RetentionPolicy policy) {
    Set<SnapshotId> kept = kept(snapshots, policy);
    List<Snapshot> left = snapshots.stream().filter(one -> kept.contains(one.id())).toList();

    assertThat(kept(left, policy)).isEqualTo(kept);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void one_more_makes_none_go_that_is_newer(
      @ForAll("snapshots") List<Snapshot> snapshots,
      @ForAll("snapshot") Snapshot added,
      @ForAll("policies") RetentionPolicy policy) {
    List<Snapshot> others = without(snapshots, added);
    Set<SnapshotId> lost = kept(others, policy);
    lost.removeAll(kept(with(others, added), policy));

    assertThat(others.stream().filter(one -> lost.contains(one.id())))
        .allMatch(one -> RetentionSelector.NEWEST_FIRST.compare(added, one) < 0);
  }

  /** A list that lacks some removes no more than the whole list would. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void one_that_is_overlooked_makes_no_other_one_go(
      @ForAll("snapshots") List<Snapshot> snapshots,
      @ForAll("snapshot") Snapshot overlooked,
      @ForAll("policies") RetentionPolicy policy) {
    List<Snapshot> seen = without(snapshots, overlooked);
    Set<SnapshotId> keptByAll = kept(with(seen, overlooked), policy);
    keptByAll.remove(overlooked.id());

    assertThat(kept(seen, policy)).containsAll(keptByAll);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void order_does_not_matter(
      @ForAll("snapshots") List<Snapshot> snapshots,
      @ForAll("policies") RetentionPolicy policy,
      @ForAll Random random) {
    List<Snapshot> shuffled = new ArrayList<>(snapshots);
    Collections.shuffle(shuffled, random);

    assertThat(RetentionSelector.kept(shuffled, policy))
        .isEqualTo(RetentionSelector.kept(snapshots, policy));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void those_that_are_not_whole_displace_none(
      @ForAll("snapshots") List<Snapshot> snapshots, @ForAll("policies") RetentionPolicy policy) {
    assertThat(kept(whole(snapshots), policy)).isEqualTo(kept(snapshots, policy));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void no_rule_keeps_more_than_it_says(
      @ForAll("snapshots") List<Snapshot> snapshots, @ForAll("policies") RetentionPolicy policy) {
    long most =
        (long) policy.last()
            + policy.daily()
            + policy.weekly()
            + policy.monthly()
            + policy.yearly();
    assertThat(kept(snapshots, policy)).hasSizeLessThanOrEqualTo((int) Math.max(1, most));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_day_with_a_whole_one_among_the_last_days_keeps_one(
      @ForAll("snapshots") List<Snapshot> snapshots, @ForAll("policies") RetentionPolicy policy) {
    Set<SnapshotId> kept = kept(snapshots, policy);
    Set<Object> keptDays =
        whole(snapshots).stream()
            .filter(one -> kept.contains(one.id()))
            .map(one -> one.startedAt().atZone(policy.zone()).toLocalDate())
            .collect(Collectors.toSet());

    assertThat(
            whole(snapshots).stream()
                .map(one -> one.startedAt().atZone(policy.zone()).toLocalDate())
                .distinct()
                .sorted(Collections.reverseOrder())
                .limit(policy.daily()))
        .allMatch(keptDays::contains);
  }

  @Provide
  Arbitrary<List<Snapshot>> snapshots() {
    return snapshot().list().ofMaxSize(40).map(RetentionSelectorPropertyTest::eachIdOnce);
  }

  @Provide
  Arbitrary<Snapshot> snapshot() {
    Arbitrary<Instant> times =
        Arbitraries.oneOf(
            Arbitraries.longs()
                .between(0, 60L * 24 * 900)
                .map(minutes -> END.minusSeconds(minutes * 60)),
            Arbitraries.longs()
                .between(0, 60L * 24 * 10)
                .map(minutes -> END.minusSeconds(minutes * 60)));
    return Combinators.combine(
            Arbitraries.integers().between(1, 100_000),
            times,
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("completed")),
                Tuple.of(1, Arbitraries.of("pending", "error", "recoverable"))))
        .as((id, time, state) -> snapshot("snap-" + id, time, state));
  }

  @Provide
  Arbitrary<RetentionPolicy> policies() {
    Arbitrary<Integer> counts = Arbitraries.integers().between(0, 9);
    return Combinators.combine(
            counts,
            counts,
            counts,
            counts,
            counts,
            Arbitraries.of("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"))
        .as(
            (last, daily, weekly, monthly, yearly, zone) ->
                new RetentionPolicy(
                    last + daily + weekly + monthly + yearly == 0 ? 1 : last,
                    daily,
                    weekly,
                    monthly,
                    yearly,
                    ZoneId.of(zone)));
  }

  static Snapshot snapshot(String id, Instant time, String state) {
    return new Snapshot(
        new SnapshotId(id),
        Material.HOME,
        new VolumeId("vol-1"),
        state,
        "",
        100,
        time,
        null,
        8,
        false,
        null,
        "",
        Map.of(OurTags.RUN, "run", OurTags.TOKEN, "run/vol-1"));
  }

  private static List<Snapshot> eachIdOnce(Collection<Snapshot> all) {
    return List.copyOf(
        all.stream()
            .collect(Collectors.toMap(Snapshot::id, one -> one, (one, other) -> one))
            .values());
  }

  private static List<Snapshot> with(List<Snapshot> snapshots, Snapshot added) {
    List<Snapshot> more = new ArrayList<>(snapshots);
    more.add(added);
    return more;
  }

  private static List<Snapshot> without(List<Snapshot> snapshots, Snapshot one) {
    return snapshots.stream().filter(other -> !other.id().equals(one.id())).toList();
  }

  private static List<Snapshot> whole(List<Snapshot> snapshots) {
    return snapshots.stream().filter(one -> one.state() == SnapshotState.COMPLETED).toList();
  }

  private static Set<SnapshotId> kept(Collection<Snapshot> snapshots, RetentionPolicy policy) {
    return new HashSet<>(RetentionSelector.kept(snapshots, policy).keySet());
  }
}
