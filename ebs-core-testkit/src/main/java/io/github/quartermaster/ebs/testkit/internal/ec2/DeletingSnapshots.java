package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.time.Instant;

/** {@code DeleteSnapshot}. */
final class DeletingSnapshots {
  private DeletingSnapshots() {}

  static XmlElement delete(Call call) {
    Snapshot snapshot = call.snapshot(call.parameters().required("SnapshotId"));
    call.region()
        .imageOf(snapshot.id)
        .ifPresent(
            image -> {
              throw new RefusedException(
                  "InvalidSnapshot.InUse",
                  "The snapshot " + snapshot.id + " is currently in use by " + image.id());
            });
    if (snapshot.lock != null && snapshot.lock.holds(call.now())) {
      throw new RefusedException(
          "OperationNotPermitted", "The snapshot " + snapshot.id + " is locked");
    }
    if (!snapshot.owner.equals(Account.ID)) {
      throw new RefusedException(
          "UnauthorizedOperation", "You are not authorized to perform this operation.");
    }
    remove(call.region(), snapshot, call.now());
    return call.done();
  }

  static void remove(Region region, Snapshot snapshot, Instant now) {
    region.snapshots.remove(snapshot.id);
    region.deletedWhilePending.removeIf(deleted -> !deleted.isPending(now));
    if (snapshot.isPending(now)) {
      region.deletedWhilePending.add(snapshot);
    }
  }
}
