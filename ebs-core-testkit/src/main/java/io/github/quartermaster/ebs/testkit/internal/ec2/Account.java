package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Lag;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The account that lives in the emulator, and what a test has asked of it. It is its own lock:
 * whoever reads or changes anything in it holds its monitor.
 */
public final class Account {
  /** Its id. */
  public static final String ID = "111122223333";

  /** Who calls, whatever the credentials. */
  static final String USER = "arn:aws:iam::" + ID + ":user/emulated";

  /** When its keys were made. */
  static final Instant FOUNDED = Instant.parse("2020-01-01T00:00:00Z");

  private static final List<String> REGIONS =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ca-central-1",
          "sa-east-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2");
  private static final List<String> REGIONS_TO_OPT_IN = List.of("af-south-1", "eu-south-1");

  final EmulatorClock clock;
  final Set<String> denied = new HashSet<>();
  EmulatorLimits limits;
  CompletionTime snapshotTime;
  CompletionTime copyTime;
  Lag lagById = Lag.NONE;
  Lag lagByFilter = Lag.NONE;
  Lag lagOfTags = Lag.NONE;

  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, Deque<String>> failures = new HashMap<>();
  private final SplittableRandom ids = new SplittableRandom(20161115);

  /** An account without volumes. */
  public Account(
      EmulatorClock clock,
      EmulatorLimits limits,
      CompletionTime snapshotTime,
      CompletionTime copyTime) {
    this.clock = clock;
    this.limits = limits;
    this.snapshotTime = snapshotTime;
    this.copyTime = copyTime;
    REGIONS.forEach(name -> regions.put(name, new Region(name, ID, "opt-in-not-required")));
    REGIONS_TO_OPT_IN.forEach(name -> regions.put(name, new Region(name, ID, "not-opted-in")));
  }

  Instant now() {
    return clock.instant();
  }

  Collection<Region> regions() {
    return regions.values();
  }

  Optional<Region> region(String name) {
    @Nullable Region region = regions.get(name);
    return Optional.ofNullable(region);
  }

  /** A region by its name, made where there is none. */
  Region madeRegion(String name) {
    return regions.computeIfAbsent(name, made -> new Region(made, ID, "opt-in-not-required"));
  }

  /** An id nobody has: the prefix and 17 hexadecimal digits. */
  String newId(String prefix) {
    return String.format("%s-0%016x", prefix, ids.nextLong());
  }

  /** The next of its kind will fail with that message. */
  void failNext(String kind, String message) {
    failures.computeIfAbsent(kind, none -> new ArrayDeque<>()).add(message);
  }

  /** The message with which this one of its kind is to fail, if it is. */
  Optional<String> nextFailure(String kind) {
    @Nullable Deque<String> messages = failures.get(kind);
    return messages == null ? Optional.empty() : Optional.ofNullable(messages.poll());
  }
}
