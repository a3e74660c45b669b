package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.internal.blocks.Sha256;
import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
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
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cloud that can be read, two things a page; it writes down what it was asked. */
final class TestStorage implements BlockStorage {
  private static final int PAGE = 2;
  private static final EncryptionKey FIT =
      new EncryptionKey("key/1", EncryptionKey.Fitness.FIT, "Enabled");

  final Set<Region> regions = new HashSet<>();
  final List<Volume> volumes = new ArrayList<>();
  final List<Instance> instances = new ArrayList<>();
  final List<Snapshot> snapshots = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final Map<Call, Answer<Creation>> allowed = new HashMap<>();
  final List<Creation> rehearsed = new ArrayList<>();
  final Map<Region, Answer<EncryptionKey>> keys = new HashMap<>();
  final Map<Region, List<SnapshotUse>> uses = new HashMap<>();
  Answer<Boolean> encryption = new Answer.Done<>(false);
  final Map<SnapshotId, TestBlocks> blocks = new HashMap<>();
  int blocksAPage = 2;
  boolean copies = true;

  /** The blocks of a snapshot, made up when they are asked for. */
  interface TestBlocks {
    /** The first one from that one on; -1 where there is none. */
    int next(int from);

    /** What each byte of a block is. */
    byte fill(int index);
  }

  @Override
  public StorageTraits traits() {
    return new StorageTraits(
        "Test cloud",
        Arrays.stream(Call.values())
            .collect(Collectors.toMap(Function.identity(), call -> new Rate(1, 1, 1))),
        20,
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        copies,
        true,
        true,
        256,
        255,
        new Quotas(5, Map.of("st1", 1), 1000));
  }

  @Override
  public Answer<Set<Region>> regions() {
    asked.add("regions");
    return new Answer.Done<>(regions);
  }

  @Override
  public Answer<Page<Volume>> volumes(Region region, VolumeFilter filter, @Nullable String next) {
    asked.add("volumes " + region);
    return page(
        volumes.stream()
            .filter(volume -> volume.region().equals(region) && passes(volume, filter))
            .toList(),
        next);
  }

  @Override
  public Answer<List<Instance>> instances(Region region, Collection<InstanceId> ids) {
    asked.add("instances " + region);
    return new Answer.Done<>(
        instances.stream().filter(instance -> ids.contains(instance.id())).toList());
  }

  @Override
  public Answer<Page<Snapshot>> snapshots(
      Region region, SnapshotFilter filter, @Nullable String next) {
    asked.add(
        (filter instanceof SnapshotFilter.Unfinished ? "unfinished " : "snapshots ") + region);
    return page(
        snapshots.stream()
            .filter(snapshot -> snapshot.region().equals(region) && passes(snapshot, filter))
            .toList(),
        next);
  }

  @Override
  public Answer<Page<BlockReference>> blocks(
      Region region, SnapshotId snapshot, int from, @Nullable String next) {
    TestBlocks all = blocks.get(snapshot);
    if (all == null) {
      return new Answer.Refused<>(Answer.Refused.Reason.NOT_FOUND, "no such snapshot");
    }
    List<BlockReference> page = new ArrayList<>();
    int index = all.next(next == null ? from : Integer.parseInt(next));
    while (index >= 0 && page.size() < blocksAPage) {
      page.add(new BlockReference(index, "token"));
      index = all.next(index + 1);
    }
    return new Answer.Done<>(new Page<>(page, index < 0 ? null : Integer.toString(index)));
  }

  @Override
  public Answer<Block> block(Region region, SnapshotId snapshot, BlockReference block) {
    byte[] data = new byte[BlockReference.BYTES];
    Arrays.fill(data, blocks.get(snapshot).fill(block.index()));
    ByteBuffer buffer = ByteBuffer.wrap(data);
    return new Answer.Done<>(new Block(buffer, Sha256.of(buffer)));
  }

  @Override
  public Answer<List<CreatedSnapshot>> create(Creation creation) {
    throw new AssertionError("reading creates nothing");
  }

  @Override
  public Answer<Creation> rehearse(Creation creation) {
    rehearsed.add(creation);
    return allowed.getOrDefault(creation.call(), new Answer.Done<>(creation));
  }

  @Override
  public Answer<SnapshotId> tag(Region region, SnapshotId snapshot, Map<String, String> tags) {
    throw new AssertionError("reading tags nothing");
  }

  @Override
  public Answer<SnapshotId> delete(Region region, SnapshotId snapshot) {
    throw new AssertionError("reading removes nothing");
  }

  @Override
  public Answer<Volume> createVolume(VolumeCreation creation) {
    throw new AssertionError("reading creates nothing");
  }

  @Override
  public Answer<VolumeId> deleteVolume(Region region, VolumeId volume) {
    throw new AssertionError("reading removes nothing");
  }

  @Override
  public Answer<Page<SnapshotUse>> uses(
      Region region, SnapshotUse.Kind kind, @Nullable SnapshotId only, @Nullable String next) {
    asked.add(kind + " " + region);
    return page(
        uses.getOrDefault(region, List.of()).stream().filter(use -> use.kind() == kind).toList(),
        next);
  }

  @Override
  public Answer<Boolean> encryptsByDefault(Region region) {
    asked.add("encryption " + region);
    return encryption;
  }

  @Override
  public Answer<EncryptionKey> key(Region region, String name) {
    asked.add("key " + name + " " + region);
    return keys.getOrDefault(region, new Answer.Done<>(FIT));
  }

  @Override
  public void close() {
    // there is nothing to close
  }

  private static boolean passes(Snapshot snapshot, SnapshotFilter filter) {
    return !(filter instanceof SnapshotFilter.Unfinished unfinished)
        || (unfinished.volumes().contains(snapshot.volume())
            && !snapshot.stateWord().equals("completed"));
  }

  private static boolean passes(Volume volume, VolumeFilter filter) {
    if (filter instanceof VolumeFilter.Ids ids) {
      return ids.ids().contains(volume.id());
    }
    if (filter instanceof VolumeFilter.Tagged tagged) {
      return tagged.value().equals(volume.tags().get(tagged.key()));
    }
    if (filter instanceof VolumeFilter.HavingTag having) {
      return volume.tags().containsKey(having.key());
    }
    return volume.attachedTo().contains(((VolumeFilter.AttachedTo) filter).instance());
  }

  private static <T> Answer<Page<T>> page(List<T> all, @Nullable String next) {
    int from = next == null ? 0 : Integer.parseInt(next);
    int to = Math.min(all.size(), from + PAGE);
    return new Answer.Done<>(
        new Page<>(all.subList(from, to), to == all.size() ? null : Integer.toString(to)));
  }
}
