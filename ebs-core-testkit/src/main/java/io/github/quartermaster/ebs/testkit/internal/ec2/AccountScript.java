package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.BlockDamage;
import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import io.github.quartermaster.ebs.testkit.model.EmulatedPolicy;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Lag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a test does to the account behind EC2's back. Thread-safe. */
public final class AccountScript {
  private final Account account;

  /** Works on that account. */
  public AccountScript(Account account) {
    this.account = account;
  }

  /** Puts a volume in its region; its key can be used there from then on. */
  public void add(EmulatedVolume volume) {
    in(
        volume.region(),
        region -> {
          volume.encryptionKey().ifPresent(region::allow);
          region.volumes.put(volume.id(), new Volume(volume, account.now(), Duration.ZERO));
        });
  }

  /** Puts an instance in its region. */
  public void add(EmulatedInstance instance) {
    in(instance.region(), region -> region.instances.put(instance.id(), instance));
  }

  /** Puts an image in its region. */
  public void add(EmulatedImage image) {
    in(image.region(), region -> region.images.put(image.id(), image));
  }

  /** Puts a snapshot in its region, in the state it has. */
  public void add(EmulatedSnapshot snapshot) {
    in(
        snapshot.region(),
        region -> {
          snapshot.encryptionKey().ifPresent(region::allow);
          region.snapshots.put(snapshot.id(), Snapshot.existing(snapshot));
        });
  }

  /** Puts a key in its region, in place of one with the same ARN. */
  public void add(EmulatedKey key) {
    in(key.region(), region -> region.add(key));
  }

  /** Takes whatever has this id away, a key by any of its names; nothing where it is not there. */
  public void remove(String regionName, String id) {
    in(
        regionName,
        region -> {
          region.volumes.remove(id);
          region.instances.remove(id);
          region.images.remove(id);
          region.snapshots.remove(id);
          region.keys.values().removeIf(key -> key.isCalled(id));
        });
  }

  /** Puts a snapshot into a state that it keeps. */
  public void become(String regionName, String snapshotId, String state, String message) {
    in(regionName, region -> existing(region, snapshotId).become(state, message));
  }

  /** Moves a snapshot to another storage tier. */
  public void tier(String regionName, String snapshotId, String tier) {
    in(regionName, region -> existing(region, snapshotId).tier = tier);
  }

  /** Changes what a volume holds. */
  public void fill(String regionName, String volumeId, EmulatedContents contents) {
    in(
        regionName,
        region -> {
          Volume volume = region.volumes.get(volumeId);
          if (volume == null) {
            throw new IllegalArgumentException("there is no volume " + volumeId);
          }
          volume.contents = contents;
        });
  }

  /** Changes what a snapshot holds. */
  public void fillSnapshot(String regionName, String snapshotId, EmulatedContents contents) {
    in(regionName, region -> existing(region, snapshotId).blocks = new BlockMap(contents));
  }

  /** Damages a block of a snapshot. */
  public void damage(String regionName, String snapshotId, int block, BlockDamage kind) {
    in(regionName, region -> existing(region, snapshotId).blocks.damage(block, kind));
  }

  /** The policies of Data Lifecycle Manager in a region, oldest first. */
  public List<EmulatedPolicy> policies(String regionName) {
    return collect(
        region ->
            region.name.equals(regionName)
                ? region.policies.values().stream().map(policy -> policy.seen(region.name))
                : Stream.empty());
  }

  /** Puts a policy into a state, as DLM or a person would. */
  public void policyBecomes(String regionName, String id, String state, String message) {
    in(
        regionName,
        region -> {
          LifecyclePolicy policy = region.policies.get(id);
          if (policy == null) {
            throw new IllegalArgumentException("there is no policy " + id);
          }
          policy.state = state;
          policy.message = message;
        });
  }

  /** Changes what a region encrypts by default. */
  public void encryptByDefault(String regionName, boolean value, Optional<String> key) {
    in(
        regionName,
        region -> {
          region.encryptsByDefault = value;
          region.defaultKey = key.orElse(null);
          key.ifPresent(region::allow);
        });
  }

  /** Lets the account use a key there. */
  public void allowKey(String regionName, String key) {
    in(regionName, region -> region.allow(key));
  }

  /** Sets a region's opt-in status. */
  public void optIn(String regionName, String status) {
    in(regionName, region -> region.optIn = status);
  }

  /** Makes the next of a kind fail. */
  public void failNext(String kind, String message) {
    synchronized (account) {
      account.failNext(kind, message);
    }
  }

  /** Denies or allows an action. */
  public void deny(String action, boolean denied) {
    synchronized (account) {
      if (denied) {
        account.denied.add(action);
      } else {
        account.denied.remove(action);
      }
    }
  }

  /** Changes the lags: of new snapshots by id and by filter, and of new tags. */
  public void lags(Lag byId, Lag byFilter, Lag ofTags) {
    synchronized (account) {
      account.lagById = byId;
      account.lagByFilter = byFilter;
      account.lagOfTags = ofTags;
    }
  }

  /** Changes how long new snapshots and new copies take. */
  public void completionTimes(CompletionTime snapshots, CompletionTime copies) {
    synchronized (account) {
      account.snapshotTime = snapshots;
      account.copyTime = copies;
    }
  }

  /** Changes the limits. */
  public void limits(EmulatorLimits limits) {
    synchronized (account) {
      account.limits = limits;
    }
  }

  /** The limits. */
  public EmulatorLimits limits() {
    synchronized (account) {
      return account.limits;
    }
  }

  /** All snapshots as they are, oldest of each region first. */
  public List<EmulatedSnapshot> snapshots() {
    return collect(region -> region.snapshots.values().stream().map(each -> seen(region, each)));
  }

  /** The snapshots of one region as they are, oldest first. */
  public List<EmulatedSnapshot> snapshots(String regionName) {
    return snapshots().stream().filter(each -> each.region().equals(regionName)).toList();
  }

  /** The volumes of one region as they are, oldest first. */
  public List<EmulatedVolume> volumes(String regionName) {
    return collect(
        region ->
            region.name.equals(regionName)
                ? region.volumes.values().stream()
                    .filter(volume -> !volume.isDeleted())
                    .map(volume -> seen(region, volume))
                : Stream.empty());
  }

  private EmulatedSnapshot seen(Region region, Snapshot snapshot) {
    return snapshot.seen(region.name, account.now());
  }

  private EmulatedVolume seen(Region region, Volume volume) {
    return volume.seen(region.name, account.now(), region.instanceOf(volume.id).isPresent());
  }

  private <T> List<T> collect(Function<Region, Stream<T>> values) {
    synchronized (account) {
      return account.regions().stream().flatMap(values).toList();
    }
  }

  private void in(String regionName, Consumer<Region> change) {
    synchronized (account) {
      change.accept(account.madeRegion(regionName));
    }
  }

  private static Snapshot existing(Region region, String id) {
    Snapshot snapshot = region.snapshots.get(id);
    if (snapshot == null) {
      throw new IllegalArgumentException("there is no snapshot " + id + " in " + region.name);
    }
    return snapshot;
  }
}
