package io.github.quartermaster.ebs.testkit;

import io.github.quartermaster.ebs.testkit.internal.ec2.Account;
import io.github.quartermaster.ebs.testkit.internal.ec2.AccountScript;
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
import java.util.List;
import java.util.Optional;

/**
 * What the account holds and how it behaves, changed as by somebody else: at once, without a
 * request, past every limit. Safe for use by several threads.
 */
public final class EmulatedAccount {
  /** The account's id. */
  public static final String ID = Account.ID;

  private final AccountScript script;

  EmulatedAccount(AccountScript script) {
    this.script = script;
  }

  /** Adds a volume. */
  public EmulatedAccount add(EmulatedVolume volume) {
    script.add(volume);
    return this;
  }

  /** Adds an instance; its volumes are to be added as well, in any order. */
  public EmulatedAccount add(EmulatedInstance instance) {
    script.add(instance);
    return this;
  }

  /** Adds an image. */
  public EmulatedAccount add(EmulatedImage image) {
    script.add(image);
    return this;
  }

  /** Adds a snapshot, in a state that it keeps. */
  public EmulatedAccount add(EmulatedSnapshot snapshot) {
    script.add(snapshot);
    return this;
  }

  /** Adds a key, or changes the one that has its ARN. */
  public EmulatedAccount add(EmulatedKey key) {
    script.add(key);
    return this;
  }

  /** Takes a volume, a snapshot, an instance, an image or a key away, wherever it is used. */
  public EmulatedAccount remove(String region, String id) {
    script.remove(region, id);
    return this;
  }

  /**
   * Puts a snapshot into a state that it keeps, whether EC2 knows such a state or not.
   *
   * @param message what EC2 says about it; may be empty
   * @throws IllegalArgumentException if there is no such snapshot
   */
  public EmulatedAccount setSnapshotState(
      String region, String snapshotId, String state, String message) {
    script.become(region, snapshotId, state, message);
    return this;
  }

  /**
   * Moves a snapshot to another storage tier.
   *
   * @param tier {@code standard}, or {@code archive}, of which no volume can be made
   * @throws IllegalArgumentException if there is no such snapshot
   */
  public EmulatedAccount setSnapshotTier(String region, String snapshotId, String tier) {
    script.tier(region, snapshotId, tier);
    return this;
  }

  /** The next volume that is made from a snapshot ends in the state {@code error}. */
  public EmulatedAccount failNextVolume(String region, String snapshotId) {
    script.failNext("volume of " + region + "/" + snapshotId, "broken");
    return this;
  }

  /**
   * Changes what a volume holds; snapshots that it has already stay as they are.
   *
   * @throws IllegalArgumentException if there is no such volume
   */
  public EmulatedAccount fill(String region, String volumeId, EmulatedContents contents) {
    script.fill(region, volumeId, contents);
    return this;
  }

  /**
   * Changes what a snapshot holds, such as of one that was there before; copies stay as they are.
   *
   * @throws IllegalArgumentException if there is no such snapshot
   */
  public EmulatedAccount fillSnapshot(String region, String snapshotId, EmulatedContents contents) {
    script.fillSnapshot(region, snapshotId, contents);
    return this;
  }

  /**
   * Damages a block of a snapshot; copies that were made before stay sound.
   *
   * @throws IllegalArgumentException if there is no such snapshot
   */
  public EmulatedAccount damage(String region, String snapshotId, int block, BlockDamage kind) {
    script.damage(region, snapshotId, block, kind);
    return this;
  }

  /** The next snapshot of a volume by CreateSnapshot ends in the state {@code error}. */
  public EmulatedAccount failNextSnapshot(String region, String volumeId, String message) {
    script.failNext("volume " + region + "/" + volumeId, message);
    return this;
  }

  /** All snapshots of an instance's next set by CreateSnapshots go to {@code error} at once. */
  public EmulatedAccount failNextSet(String region, String instanceId, String message) {
    script.failNext("instance " + region + "/" + instanceId, message);
    return this;
  }

  /** The next copy of a snapshot to a region ends in the state {@code error}. */
  public EmulatedAccount failNextCopy(String destination, String sourceSnapshotId, String message) {
    script.failNext("copy " + destination + "/" + sourceSnapshotId, message);
    return this;
  }

  /** How long snapshots and copies made from now on stay pending. */
  public EmulatedAccount completesAfter(CompletionTime snapshots, CompletionTime copies) {
    script.completionTimes(snapshots, copies);
    return this;
  }

  /**
   * How long what is new stays unseen, from now on.
   *
   * @param byId snapshots and volumes, to every action that names them
   * @param byFilter snapshots and volumes, to a describe that does not name them
   * @param ofTags tags set by CreateTags, to every describe of snapshots
   */
  public EmulatedAccount lag(Lag byId, Lag byFilter, Lag ofTags) {
    script.lags(byId, byFilter, ofTags);
    return this;
  }

  /** Changes the limits; what is over a new one stays. */
  public EmulatedAccount limits(EmulatorLimits limits) {
    script.limits(limits);
    return this;
  }

  /** The limits. */
  public EmulatorLimits limits() {
    return script.limits();
  }

  /**
   * Refuses an action, of EC2 with {@code UnauthorizedOperation}, also to a dry run, of KMS with
   * {@code AccessDeniedException}.
   */
  public EmulatedAccount deny(String action) {
    script.deny(action, true);
    return this;
  }

  /** Takes a {@link #deny} back. */
  public EmulatedAccount allow(String action) {
    script.deny(action, false);
    return this;
  }

  /** Lets the account use a key in a region; one that it may not use makes a copy fail. */
  public EmulatedAccount allowKey(String region, String arn) {
    script.allowKey(region, arn);
    return this;
  }

  /** Encrypts what is new in a region, with the key that AWS has for that. */
  public EmulatedAccount encryptByDefault(String region) {
    script.encryptByDefault(region, true, Optional.empty());
    return this;
  }

  /** Encrypts what is new in a region, with that key where the request names none. */
  public EmulatedAccount encryptByDefault(String region, String arn) {
    script.encryptByDefault(region, true, Optional.of(arn));
    return this;
  }

  /**
   * Sets what DescribeRegions says of a region.
   *
   * @param status {@code opt-in-not-required}, {@code opted-in}, or {@code not-opted-in}, with
   *     which every request to it is refused
   */
  public EmulatedAccount setOptIn(String region, String status) {
    script.optIn(region, status);
    return this;
  }

  /**
   * Puts a policy of Data Lifecycle Manager into a state.
   *
   * @param state {@code ENABLED}, {@code DISABLED} or {@code ERROR}
   * @throws IllegalArgumentException if there is no such policy
   */
  public EmulatedAccount setPolicyState(String region, String id, String state, String message) {
    script.policyBecomes(region, id, state, message);
    return this;
  }

  /** The policies of Data Lifecycle Manager in a region, oldest first. */
  public List<EmulatedPolicy> policies(String region) {
    return script.policies(region);
  }

  /** The volumes of a region as they are, but for deleted ones; oldest first. */
  public List<EmulatedVolume> volumes(String region) {
    return script.volumes(region);
  }

  /** The snapshots of a region as they are, whatever EC2 lets see of them; oldest first. */
  public List<EmulatedSnapshot> snapshots(String region) {
    return script.snapshots(region);
  }
}
