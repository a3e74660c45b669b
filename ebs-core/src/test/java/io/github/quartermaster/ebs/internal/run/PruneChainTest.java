package io.github.quartermaster.ebs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.internal.time.VirtualTimeline;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.Quotas;
import io.github.quartermaster.ebs.model.Rate;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.VolumeId;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removing backups of which each builds on the one before. */
class PruneChainTest {
  private static final Region STORE = new Region("RegionOne-backup");
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final VirtualTimeline timeline = new VirtualTimeline(NOW, Duration.ofMillis(20));

  /** By their ids, in the order in which each builds on the one before. */
  private final Map<String, Snapshot> chain = new TreeMap<>();

  private final Set<String> goingNever = new HashSet<>();
  private final List<String> accepted = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void those_that_build_on_others_go_first() {
    for (int day = 1; day <= 4; day++) {
      has("backup-" + day, day);
    }

    assertThat(prune("backup-1", "backup-2", "backup-3", "backup-4"))
        .extracting(Removal::status)
        .containsOnly(Removal.Status.REMOVED);
    assertThat(accepted).containsExactly("backup-4", "backup-3", "backup-2", "backup-1");
  }

  @Test
  void what_something_builds_on_that_stays_is_spared_at_once() {
    has("backup-1", 1);
    has("backup-2", 2);

    List<Removal> removals = prune("backup-1");
    assertThat(removals).extracting(Removal::status).containsExactly(Removal.Status.SPARED);
    assertThat(removals.get(0).reason())
        .hasToString(
            "PRUNE_FAILED: tried to remove backup-1 in RegionOne-backup; backup-2 builds on it."
                + " Nothing need be done: it stays while that is so");
    assertThat(Duration.between(NOW, timeline.now())).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void what_something_builds_on_that_does_not_go_in_ten_minutes_is_spared() {
    has("backup-1", 1);
    has("backup-2", 2);
    goingNever.add("backup-2");

    assertThat(prune("backup-1", "backup-2"))
        .extracting(Removal::status)
        .containsExactly(Removal.Status.SPARED, Removal.Status.REMOVED);
    assertThat(accepted).containsExactly("backup-2");
  }

  private void has(String id, int day) {
    chain.put(
        id,
        new Snapshot(
            new SnapshotId(id),
            STORE,
            new VolumeId("vol-1"),
            "available",
            "",
            100,
            NOW.minus(Duration.ofDays(10 - day)),
            null,
            1,
            false,
            null,
            "",
            Map.of(OurTags.RUN, "night-" + day)));
  }

  private List<Removal> prune(String... ids) {
    List<PruneEntry> entries = new ArrayList<>();
    for (String id : ids) {
      entries.add(
          new PruneEntry(
              chain.get(id),
              List.of(new PruneReason(PruneReason.Kind.EXPIRED, "no rule keeps it"))));
    }
    try (Journal journal =
        Journal.open(folder.resolve("prune.journal"), PruneRunner.RUN, timeline.clock())) {
      return new PruneRunner(
              new PrunePlan(entries, List.of(), false),
              storage(),
              timeline,
              journal,
              EbsListener.SILENT)
          .run();
    }
  }

  /** Of the port only what removing needs. */
  private BlockStorage storage() {
    return (BlockStorage)
        Proxy.newProxyInstance(
            BlockStorage.class.getClassLoader(),
            new Class<?>[] {BlockStorage.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "traits" -> traits();
                  case "snapshots" -> new Done<>(Page.last(found((SnapshotFilter) arguments[1])));
                  case "uses" ->
                      new Done<>(
                          Page.last(
                              arguments[1] == SnapshotUse.Kind.INCREMENT
                                  ? increments()
                                  : List.of()));
                  case "delete" -> delete((SnapshotId) arguments[1]);
                  default -> throw new IllegalStateException("not expected: " + method);
                });
  }

  private List<Snapshot> found(SnapshotFilter filter) {
    return ((SnapshotFilter.Ids) filter)
        .ids().stream()
            .filter(id -> chain.containsKey(id.value()))
            .map(id -> chain.get(id.value()))
            .toList();
  }

  private List<SnapshotUse> increments() {
    List<String> ids = List.copyOf(chain.keySet());
    List<SnapshotUse> uses = new ArrayList<>();
    for (int i = 1; i < ids.size(); i++) {
      uses.add(
          new SnapshotUse(new SnapshotId(ids.get(i - 1)), SnapshotUse.Kind.INCREMENT, ids.get(i)));
    }
    return uses;
  }

  /** Is accepted, and happens a while later. */
  private Object delete(SnapshotId id) {
    if (increments().stream().anyMatch(use -> use.snapshot().equals(id))) {
      return new Refused<>(Refused.Reason.IN_USE, "Incremental backups exist for this backup.");
    }
    if (!goingNever.contains(id.value())) {
      timeline.at(timeline.now().plusSeconds(12), () -> chain.remove(id.value()));
    }
    accepted.add(id.value());
    return new Done<>(id);
  }

  private static StorageTraits traits() {
    Map<Call, Rate> rates = new EnumMap<>(Call.class);
    for (Call call : Call.values()) {
      rates.put(call, new Rate(10, 10, 4));
    }
    return new StorageTraits(
        "test",
        rates,
        4,
        Duration.ZERO,
        Duration.ZERO,
        true,
        false,
        false,
        255,
        255,
        new Quotas(5, Map.of(), 100));
  }
}
