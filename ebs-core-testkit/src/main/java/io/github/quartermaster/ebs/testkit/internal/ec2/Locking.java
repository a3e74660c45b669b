package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code LockSnapshot}, {@code UnlockSnapshot}, {@code DescribeLockedSnapshots}. */
final class Locking {
  private static final int LONGEST_DAYS = 36_500;
  private static final int LONGEST_COOL_OFF = 72;

  private Locking() {}

  static XmlElement lock(Call call) {
    Parameters parameters = call.parameters();
    Snapshot snapshot = call.snapshot(parameters.required("SnapshotId"));
    String mode = parameters.required("LockMode");
    if (!Set.of("governance", "compliance").contains(mode)) {
      throw RefusedException.invalidValue("Invalid lock mode: " + mode);
    }
    if (!snapshot.isPending(call.now()) && !snapshot.isCompleted(call.now())) {
      throw new RefusedException(
          "IncorrectState", "The snapshot " + snapshot.id + " is neither pending nor completed");
    }
    int coolOff = parameters.number("CoolOffPeriod").orElse(0);
    int days = days(call);
    if (days < 1 || days > LONGEST_DAYS || coolOff < 0 || coolOff > LONGEST_COOL_OFF) {
      throw RefusedException.invalidValue(
          "A lock lasts from 1 to 36500 days, its cool-off period up to 72 hours");
    }
    Instant starts = snapshot.isPending(call.now()) ? snapshot.end() : call.now();
    snapshot.lock = new SnapshotLock(mode, days, coolOff, call.now(), starts);
    XmlElement answer = call.answer();
    fill(answer, snapshot, snapshot.lock, call.now());
    return answer;
  }

  static XmlElement unlock(Call call) {
    Snapshot snapshot = call.snapshot(call.parameters().required("SnapshotId"));
    if (snapshot.lock != null && snapshot.lock.state(call.now()).equals("compliance")) {
      throw new RefusedException(
          "OperationNotPermitted", "A lock in compliance mode cannot be taken back");
    }
    snapshot.lock = null;
    return call.answer().with("snapshotId", snapshot.id);
  }

  static XmlElement describe(Call call) {
    List<String> ids = call.parameters().list("SnapshotId");
    ids.forEach(call::snapshot);
    Filters filters =
        Filters.of(call.parameters(), Set.of("lock-state"), call.account().limits.filterValues());
    List<Snapshot> found =
        call.region().snapshots.values().stream()
            .filter(snapshot -> snapshot.lock != null)
            .filter(snapshot -> ids.isEmpty() || ids.contains(snapshot.id))
            .filter(snapshot -> filters.match(values(snapshot, call.now()), Map.of()))
            .toList();
    Page<Snapshot> page = Page.of(found, call, !ids.isEmpty());
    return call.answer()
        .withItems("snapshotSet", page.items().stream().map(each -> item(each, call.now())))
        .with("nextToken", page.nextToken());
  }

  private static int days(Call call) {
    Optional<Integer> days = call.parameters().number("LockDuration");
    Optional<String> end = call.parameters().text("ExpirationDate");
    if (days.isPresent() == end.isPresent()) {
      throw new RefusedException(
          "InvalidParameterCombination", "Give either a lock duration or an expiration date");
    }
    try {
      return days.orElseGet(
          () ->
              (int)
                  Duration.between(call.now(), Instant.parse(end.orElseThrow()))
                      .plusDays(1)
                      .minusSeconds(1)
                      .toDays());
    } catch (DateTimeParseException noTime) {
      throw RefusedException.invalidValue("Invalid expiration date: " + end.orElse(""));
    }
  }

  private static Map<String, List<String>> values(Snapshot snapshot, Instant now) {
    return snapshot.lock == null
        ? Map.of()
        : Map.of("lock-state", List.of(snapshot.lock.state(now)));
  }

  private static XmlElement item(Snapshot snapshot, Instant now) {
    XmlElement item = XmlElement.item().with("ownerId", snapshot.owner);
    if (snapshot.lock != null) {
      fill(item, snapshot, snapshot.lock, now);
    }
    return item;
  }

  private static void fill(XmlElement element, Snapshot snapshot, SnapshotLock lock, Instant now) {
    element
        .with("snapshotId", snapshot.id)
        .with("lockState", lock.state(now))
        .with("lockDuration", lock.days());
    if (lock.mode().equals("compliance")) {
      element
          .with("coolOffPeriod", lock.coolOffHours())
          .with("coolOffPeriodExpiresOn", Times.text(lock.coolOffEnds()));
    }
    element
        .with("lockCreatedOn", Times.text(lock.created()))
        .with("lockDurationStartTime", Times.text(lock.starts()))
        .with("lockExpiresOn", Times.text(lock.expires()));
  }
}
