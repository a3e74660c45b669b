package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Quotas;
import io.github.quartermaster.ebs.model.Rate;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cloud in memory, in the timeline's time: snapshots take time by their size, limits hold, and a
 * test may have its say in any request.
 */
final class SimulatedCloud implements BlockStorage {
  static final Region HOME = new Region("us-east-1");

  private static final int PAGE = 1000;

  private final Timeline timeline;
  private final SimulatedVolumes volumes;
  private final Map<InstanceId, Instance> instances = new HashMap<>();
  private final Map<Region, Map<SnapshotId, Made>> made = new HashMap<>();
  private final Map<Region, Map<Call, TokenBucket>> buckets = new HashMap<>();
  private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
  private Script script = (call, region, request) -> request.get();
  private Duration fixed = Duration.ofSeconds(30);
  private Duration ofEachGib = Duration.ofSeconds(1);
  private Duration lag = Duration.ZERO;
  private int numbers;
  private int mostCopies;

  SimulatedCloud(Timeline timeline) {
    this.timeline = timeline;
    volumes = new SimulatedVolumes(timeline);
  }

  SimulatedVolumes volumes() {
    return volumes;
  }

  /** A test's say in requests. */
  @FunctionalInterface
  interface Script {
    Answer<?> answer(Call call, Region region, Supplier<Answer<?>> request);
  }

  private static final class Made {
    private final Creation creation;
    private final VolumeId volume;
    private final Instant start;
    private final Instant end;
    private final long size;
    private final Map<String, String> tags;
    private @Nullable String error;

    Made(Creation creation, VolumeId volume, Instant start, Instant end, long size) {
      this.creation = creation;
      this.volume = volume;
      this.start = start;
      this.end = end;
      this.size = size;
      this.tags = new HashMap<>(creation.tags());
    }
  }

  Volume volume(String id, long sizeGib) {
    Volume volume =
        new Volume(
            new VolumeId(id),
            HOME,
            "in-use",
            sizeGib,
            "gp3",
            HOME + "a",
            false,
            null,
            List.of(),
            Map.of());
    volumes.add(volume);
    return volume;
  }

  void instance(String id, String... ofVolumes) {
    InstanceId instance = new InstanceId(id);
    instances.put(
        instance,
        new Instance(instance, null, List.of(ofVolumes).stream().map(VolumeId::new).toList()));
  }

  /** How long snapshots and copies take. */
  void takes(Duration anyway, Duration perGib) {
    fixed = anyway;
    ofEachGib = perGib;
  }

  /** How long new snapshots stay invisible to searches by tag. */
  void lags(Duration span) {
    lag = span;
  }

  void script(Script value) {
    script = value;
  }

  int calls(Call call) {
    return calls.getOrDefault(call, 0);
  }

  int mostCopies() {
    return mostCopies;
  }

  /** What there is, whatever may be seen. */
  List<Snapshot> snapshots(Region region) {
    List<Snapshot> all = new ArrayList<>();
    made.getOrDefault(region, Map.of()).forEach((id, one) -> all.add(snapshot(region, id, one)));
    return all;
  }

  void fail(SnapshotId id, String message) {
    made.values()
        .forEach(
            region -> Optional.ofNullable(region.get(id)).ifPresent(one -> one.error = message));
  }

  /** Somebody takes all tags away. */
  void untag(Region region) {
    made.getOrDefault(region, Map.of()).values().forEach(one -> one.tags.clear());
  }

  void forget(SnapshotId id) {
    made.values().forEach(region -> region.remove(id));
  }

  @Override
  public StorageTraits traits() {
    Map<Call, Rate> rates = new EnumMap<>(Call.class);
    for (Call call : Call.values()) {
      rates.put(call, call == Call.DESCRIBE ? new Rate(10, 50, 4) : new Rate(4, 40, 8));
    }
    return new StorageTraits(
        "simulated",
        rates,
        20,
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        true,
        true,
        false,
        256,
        255,
        new Quotas(5, Map.of("st1", 1), 1000));
  }

  private Rate bears(Call call) {
    return switch (call) {
      case DESCRIBE -> new Rate(20, 100, 1);
      case COPY_SNAPSHOT -> new Rate(5, 50, 1);
      default -> new Rate(5, 100, 1);
    };
  }

  @SuppressWarnings("unchecked")
  private <T> Answer<T> request(Call call, Region region, Supplier<Answer<T>> action) {
    calls.merge(call, 1, Integer::sum);
    TokenBucket bucket =
        buckets
            .computeIfAbsent(region, r -> new EnumMap<>(Call.class))
            .computeIfAbsent(call, c -> new TokenBucket(bears(c), timeline.now()));
    if (!bucket.untilFree(timeline.now()).isZero()) {
      return new Wait<>(Wait.Reason.THROTTLED, Duration.ZERO, "RequestLimitExceeded");
    }
    bucket.take();
    return (Answer<T>) script.answer(call, region, () -> action.get());
  }

  @Override
  public Answer<Set<Region>> regions() {
    return new Done<>(Set.of(HOME));
  }

  @Override
  public Answer<Page<Volume>> volumes(Region region, VolumeFilter filter, @Nullable String next) {
    return request(
        Call.DESCRIBE, region, () -> new Done<>(Page.last(volumes.matching(region, filter))));
  }

  @Override
  public Answer<List<Instance>> instances(Region region, Collection<InstanceId> ids) {
    return new Done<>(List.copyOf(instances.values()));
  }

  @Override
  public Answer<Page<Snapshot>> snapshots(
      Region region, SnapshotFilter filter, @Nullable String next) {
    return request(Call.DESCRIBE, region, () -> page(region, filter, next));
  }

  private Answer<Page<Snapshot>> page(Region region, SnapshotFilter filter, @Nullable String next) {
    List<Snapshot> found = new ArrayList<>();
    made.getOrDefault(region, Map.of())
        .forEach(
            (id, one) -> {
              boolean byId = filter instanceof SnapshotFilter.Ids ids && ids.ids().contains(id);
              boolean byTag =
                  filter instanceof SnapshotFilter.OfRun of
                      && of.run().value().equals(one.tags.get(OurTags.RUN))
                      && !timeline.now().isBefore(one.start.plus(lag));
              if (byId || byTag) {
                found.add(snapshot(region, id, one));
              }
            });
    int from = next == null ? 0 : Integer.parseInt(next);
    int to = Math.min(found.size(), from + PAGE);
    return new Done<>(
        new Page<>(found.subList(from, to), to < found.size() ? Integer.toString(to) : null));
  }

  private Snapshot snapshot(Region region, SnapshotId id, Made one) {
    Instant now = timeline.now();
    boolean done = !now.isBefore(one.end);
    long whole = Math.max(1, Duration.between(one.start, one.end).toMillis());
    int percent = (int) Math.min(99, 100 * Duration.between(one.start, now).toMillis() / whole);
    String state = one.error != null ? "error" : done ? "completed" : "pending";
    return new Snapshot(
        id,
        region,
        one.volume,
        state,
        one.error == null ? "" : one.error,
        done ? 100 : percent,
        one.start,
        done ? one.end : null,
        one.size,
        false,
        null,
        one.creation.description(),
        one.tags);
  }

  @Override
  public Answer<List<CreatedSnapshot>> create(Creation creation) {
    return request(creation.call(), creation.region(), () -> make(creation));
  }

  private Answer<List<CreatedSnapshot>> make(Creation creation) {
    if (creation instanceof Creation.OfVolume of) {
      Volume volume =
          volumes.all().stream()
              .filter(each -> each.id().equals(of.volume()))
              .findFirst()
              .orElse(null);
      if (volume == null) {
        return new Refused<>(Refused.Reason.NOT_FOUND, "InvalidVolume.NotFound");
      }
      return tooSoon(volume.id())
          ? new Wait<>(Wait.Reason.TOO_SOON, Duration.ZERO, "SnapshotCreationPerVolumeRateExceeded")
          : new Done<>(List.of(add(creation, volume.id(), volume.sizeGib())));
    }
    if (creation instanceof Creation.OfInstance of) {
      Instance instance = instances.get(of.instance());
      if (instance == null) {
        return new Refused<>(Refused.Reason.NOT_FOUND, "InvalidInstanceID.NotFound");
      }
      return new Done<>(
          instance.volumes().stream()
              .filter(volume -> !of.without().contains(volume))
              .map(volume -> add(creation, volume, 8))
              .toList());
    }
    return copy((Creation.Copy) creation);
  }

  private Answer<List<CreatedSnapshot>> copy(Creation.Copy copy) {
    Made source = made.getOrDefault(copy.from(), Map.of()).get(copy.source());
    if (source == null) {
      return new Refused<>(Refused.Reason.NOT_FOUND, "InvalidSnapshot.NotFound");
    }
    if (timeline.now().isBefore(source.end)) {
      return new Wait<>(Wait.Reason.NOT_READY, Duration.ZERO, "IncorrectState");
    }
    int running =
        (int)
            made.getOrDefault(copy.region(), Map.of()).values().stream()
                .filter(one -> one.creation instanceof Creation.Copy)
                .filter(one -> timeline.now().isBefore(one.end))
                .count();
    if (running >= 20) {
      return new Wait<>(Wait.Reason.BUSY, Duration.ZERO, "ResourceLimitExceeded");
    }
    mostCopies = Math.max(mostCopies, running + 1);
    return new Done<>(
        List.of(
            new CreatedSnapshot(add(copy, new VolumeId("vol-ffffffff"), source.size).id(), null)));
  }

  private boolean tooSoon(VolumeId volume) {
    return made.getOrDefault(HOME, Map.of()).values().stream()
        .anyMatch(
            one -> one.volume.equals(volume) && one.start.plusSeconds(15).isAfter(timeline.now()));
  }

  private CreatedSnapshot add(Creation creation, VolumeId volume, long size) {
    SnapshotId id = new SnapshotId("snap-%08x".formatted(++numbers));
    Instant now = timeline.now();
    Made one =
        new Made(creation, volume, now, now.plus(fixed).plus(ofEachGib.multipliedBy(size)), size);
    made.computeIfAbsent(creation.region(), region -> new LinkedHashMap<>()).put(id, one);
    return new CreatedSnapshot(id, volume);
  }

  @Override
  public Answer<Creation> rehearse(Creation creation) {
    return new Done<>(creation);
  }

  @Override
  public Answer<SnapshotId> tag(Region region, SnapshotId snapshot, Map<String, String> tags) {
    return request(
        Call.TAG,
        region,
        () -> {
          Made one = made.getOrDefault(region, Map.of()).get(snapshot);
          if (one == null) {
            return new Refused<>(Refused.Reason.NOT_FOUND, "InvalidSnapshot.NotFound");
          }
          one.tags.putAll(tags);
          return new Done<>(snapshot);
        });
  }

  @Override
  public Answer<SnapshotId> delete(Region region, SnapshotId snapshot) {
    return request(
        Call.DELETE,
        region,
        () ->
            made.getOrDefault(region, Map.of()).remove(snapshot) == null
                ? new Refused<>(Refused.Reason.NOT_FOUND, "InvalidSnapshot.NotFound")
                : new Done<>(snapshot));
  }

  @Override
  public Answer<Volume> createVolume(VolumeCreation creation) {
    return request(Call.CREATE_VOLUME, creation.region(), () -> volumes.create(creation));
  }

  @Override
  public Answer<VolumeId> deleteVolume(Region region, VolumeId volume) {
    return request(Call.DELETE_VOLUME, region, () -> volumes.delete(volume));
  }

  @Override
  public Answer<Page<SnapshotUse>> uses(
      Region region, SnapshotUse.Kind kind, @Nullable SnapshotId only, @Nullable String next) {
    return new Done<>(Page.last(List.of()));
  }

  @Override
  public Answer<Boolean> encryptsByDefault(Region region) {
    return new Done<>(false);
  }

  @Override
  public Answer<EncryptionKey> key(Region region, String name) {
    return new Refused<>(Refused.Reason.NOT_FOUND, "no key");
  }

  @Override
  public void close() {}

  /** The answer is lost, whether or not anything was done. */
  static Answer<?> lost() {
    return new Ambiguous<>("connection reset");
  }
}
