package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.Quotas;
import io.github.quartermaster.ebs.model.Rate;
import io.github.quartermaster.ebs.model.StorageTraits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What Cinder bears. It has no limits of its own to the rate of calls; these keep one run from
 * filling the queues of a small cloud, whose cinder-backup does one backup after the other. Lists
 * come from the database that a creating call has written before it answers, so that nothing stays
 * invisible; the seconds are for databases with replicas. Lengths are those of its columns.
 */
final class CinderTraits {
  private static final Rate CREATING = new Rate(2, 8, 4);
  private static final Rate READING = new Rate(10, 20, 4);

  static final StorageTraits TRAITS =
      new StorageTraits(
          "OpenStack",
          rates(),
          4,
          Duration.ZERO,
          Duration.ofSeconds(5),
          true,
          false,
          false,
          255,
          255,
          // the real ones are asked for when a plan is rehearsed
          new Quotas(Integer.MAX_VALUE, Map.of(), Integer.MAX_VALUE));

  private CinderTraits() {}

  private static Map<Call, Rate> rates() {
    Map<Call, Rate> rates = new HashMap<>();
    for (Call call : Call.values()) {
      rates.put(call, call == Call.DESCRIBE ? READING : CREATING);
    }
    return rates;
  }
}
