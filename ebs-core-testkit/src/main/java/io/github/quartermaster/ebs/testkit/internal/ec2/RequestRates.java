package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.RequestRate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The buckets of request tokens, one for each action in each region. Guarded by its account. */
final class RequestRates {
  private final Map<String, Bucket> buckets = new HashMap<>();

  private record Bucket(double tokens, Instant filled) {}

  /** Takes a token, or refuses. */
  void take(Call call) {
    String name = bucketOf(call);
    RequestRate rate = call.account().limits.rates().get(name);
    if (rate == null) {
      return;
    }
    String key = call.region().name + "/" + call.action() + "/" + name;
    Bucket bucket = buckets.getOrDefault(key, new Bucket(rate.capacity(), call.now()));
    double gained = Duration.between(bucket.filled, call.now()).toMillis() / 1000.0;
    double tokens = Math.min(rate.capacity(), bucket.tokens + gained * rate.perSecond());
    boolean granted = tokens >= 1;
    buckets.put(key, new Bucket(granted ? tokens - 1 : tokens, call.now()));
    if (!granted) {
      throw new RefusedException("RequestLimitExceeded", "Request limit exceeded.");
    }
  }

  private static String bucketOf(Call call) {
    String action = call.action();
    if (call.account().limits.rates().containsKey(action)) {
      return action;
    }
    if (!action.startsWith("Describe") && !action.startsWith("Get")) {
      return "*";
    }
    boolean hasSmallBucket = action.equals("DescribeSnapshots") || action.equals("DescribeVolumes");
    return hasSmallBucket && asksForEverything(call.parameters())
        ? "Describe*unfiltered"
        : "Describe*";
  }

  private static boolean asksForEverything(Parameters parameters) {
    return parameters.all().keySet().stream()
        .noneMatch(name -> name.matches("(Filter|SnapshotId|VolumeId)\\..*|MaxResults"));
  }
}
