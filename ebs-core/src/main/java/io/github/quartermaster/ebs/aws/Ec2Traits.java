package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.Quotas;
import io.github.quartermaster.ebs.model.Rate;
import io.github.quartermaster.ebs.model.StorageTraits;
import java.time.Duration;
import java.util.Map;

/**
 * What EC2 bears. The rates stay under the token buckets of "Request throttling for the Amazon EC2
 * API", since an account's other programs draw from the same ones: capacity 100 refilled by 5 a
 * second for CreateSnapshot, CreateSnapshots, DeleteSnapshot, CreateVolume and DeleteVolume, 100 by
 * 10 for CreateTags, 100 by 20 for describing calls, and 50 by 5 for CopySnapshot, which that page
 * does not name and which therefore is as any other changing call. Copies, quotas and lengths are
 * from "Amazon EBS quotas" and the API reference, the 15 seconds from the error code
 * SnapshotCreationPerVolumeRateExceeded. How long a search by tag lags is nowhere said; 30 seconds
 * is a guess on the safe side.
 */
final class Ec2Traits {
  static final Duration BETWEEN_SNAPSHOTS = Duration.ofSeconds(15);

  static final StorageTraits TRAITS =
      new StorageTraits(
          "AWS",
          Map.of(
              Call.CREATE_SNAPSHOT, new Rate(4, 50, 8),
              Call.CREATE_SNAPSHOT_SET, new Rate(4, 50, 8),
              Call.COPY_SNAPSHOT, new Rate(4, 25, 8),
              Call.DESCRIBE, new Rate(10, 50, 4),
              Call.TAG, new Rate(8, 50, 8),
              Call.DELETE, new Rate(4, 50, 4),
              Call.CREATE_VOLUME, new Rate(4, 50, 8),
              Call.DELETE_VOLUME, new Rate(4, 50, 4)),
          20,
          BETWEEN_SNAPSHOTS,
          Duration.ofSeconds(30),
          true,
          true,
          true,
          256,
          255,
          new Quotas(5, Map.of("st1", 1, "sc1", 1), 100_000));

  private Ec2Traits() {}
}
