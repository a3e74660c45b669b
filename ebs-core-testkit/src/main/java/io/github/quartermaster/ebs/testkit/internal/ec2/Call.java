package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.time.Instant;

/**
 * One call of an action, while the account's monitor is held.
 *
 * @param region where it goes
 * @param requestId of the answer
 */
record Call(
    Account account,
    Region region,
    String action,
    Parameters parameters,
    String requestId,
    Paging paging) {

  Instant now() {
    return account.now();
  }

  /** The answer's root, to be filled. */
  XmlElement answer() {
    return new XmlElement(action + "Response").with("requestId", requestId);
  }

  /** The answer of an action that has nothing to tell. */
  XmlElement done() {
    return answer().with("return", true);
  }

  Volume volume(String id) {
    if (!id.matches("vol-[0-9a-f]{1,17}")) {
      throw new RefusedException("InvalidVolumeID.Malformed", "Invalid id: \"" + id + "\"");
    }
    Volume volume = region.volumes.get(id);
    if (volume == null
        || volume.isDeleted()
        || (!volume.isOld() && !volume.byId.look(account.lagById, now()))) {
      throw new RefusedException(
          "InvalidVolume.NotFound", "The volume '" + id + "' does not exist.");
    }
    return volume;
  }

  /** A snapshot of this region that a look by its id shows. */
  Snapshot snapshot(String id) {
    return snapshot(region, id);
  }

  /** A snapshot of any region that a look by its id shows. */
  Snapshot snapshot(Region where, String id) {
    if (!id.matches("snap-[0-9a-f]{1,17}")) {
      throw new RefusedException("InvalidSnapshotID.Malformed", "Invalid id: \"" + id + "\"");
    }
    Snapshot snapshot = where.snapshots.get(id);
    if (snapshot == null || !snapshot.byId.look(account.lagById, now())) {
      throw new RefusedException(
          "InvalidSnapshot.NotFound", "The snapshot '" + id + "' does not exist.");
    }
    return snapshot;
  }
}
