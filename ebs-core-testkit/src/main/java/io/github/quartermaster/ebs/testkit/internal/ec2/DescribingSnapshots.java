package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code DescribeSnapshots}. */
final class DescribingSnapshots {
  private static final Set<String> FILTERS =
      Set.of(
          "description",
          "encrypted",
          "owner-id",
          "progress",
          "snapshot-id",
          "start-time",
          "status",
          "storage-tier",
          "volume-id",
          "volume-size");

  private DescribingSnapshots() {}

  /** A snapshot and as many of its tags as this look shows. */
  private record Sight(Snapshot snapshot, Map<String, String> tags) {}

  static XmlElement describe(Call call) {
    Parameters parameters = call.parameters();
    List<String> ids = parameters.list("SnapshotId");
    List<String> owners =
        parameters.list("Owner").stream()
            .map(owner -> owner.equals("self") ? Account.ID : owner)
            .toList();
    Filters filters = Filters.of(parameters, FILTERS, call.account().limits.filterValues());
    List<Sight> found = new ArrayList<>();
    for (Snapshot snapshot : candidates(call, ids)) {
      Sight sight = new Sight(snapshot, snapshot.tags.look(call.account().lagOfTags, call.now()));
      if ((owners.isEmpty() || owners.contains(snapshot.owner))
          && filters.match(values(snapshot, call.now()), sight.tags)
          && isSeen(call, snapshot, ids, filters)) {
        found.add(sight);
      }
    }
    Page<Sight> page = Page.of(found, call, !ids.isEmpty());
    return call.answer()
        .withItems("snapshotSet", page.items().stream().map(sight -> item(sight, call.now())))
        .with("nextToken", page.nextToken());
  }

  private static List<Snapshot> candidates(Call call, List<String> ids) {
    return ids.isEmpty()
        ? List.copyOf(call.region().snapshots.values())
        : ids.stream().distinct().map(call::snapshot).toList();
  }

  /** Those that were asked for by id have been looked for already. */
  private static boolean isSeen(Call call, Snapshot snapshot, List<String> ids, Filters filters) {
    if (!ids.isEmpty()) {
      return true;
    }
    return filters.has("snapshot-id")
        ? snapshot.byId.look(call.account().lagById, call.now())
        : snapshot.byFilter.look(call.account().lagByFilter, call.now());
  }

  private static Map<String, List<String>> values(Snapshot snapshot, Instant now) {
    return Map.of(
        "description", List.of(snapshot.description),
        "encrypted", List.of(Boolean.toString(snapshot.key != null)),
        "owner-id", List.of(snapshot.owner),
        "progress", List.of(snapshot.progress(now) + "%"),
        "snapshot-id", List.of(snapshot.id),
        "start-time", List.of(Times.text(snapshot.start)),
        "status", List.of(snapshot.state(now)),
        "storage-tier", List.of(snapshot.tier),
        "volume-id", List.of(snapshot.volumeId),
        "volume-size", List.of(Integer.toString(snapshot.sizeGiB)));
  }

  private static XmlElement item(Sight sight, Instant now) {
    Snapshot snapshot = sight.snapshot;
    boolean completed = snapshot.isCompleted(now);
    XmlElement item =
        XmlElement.item()
            .with("snapshotId", snapshot.id)
            .with("volumeId", snapshot.volumeId)
            .with("status", snapshot.state(now));
    if (!snapshot.message(now).isEmpty()) {
      item.with("statusMessage", snapshot.message(now));
    }
    item.with("startTime", Times.text(snapshot.start))
        .with("progress", snapshot.progress(now) + "%")
        .with("ownerId", snapshot.owner)
        .with("volumeSize", snapshot.sizeGiB)
        .with("description", snapshot.description)
        .with("encrypted", snapshot.key != null)
        .with("kmsKeyId", snapshot.key)
        .with("storageTier", snapshot.tier)
        .with("completionTime", completed ? Times.text(snapshot.end()) : null)
        .with("fullSnapshotSizeInBytes", completed ? (long) snapshot.sizeGiB << 30 : null);
    if (snapshot.copyOf != null) {
      item.with("transferType", snapshot.completionMinutes == null ? "standard" : "time-based")
          .with("completionDurationMinutes", snapshot.completionMinutes);
    }
    return item.withItems("tagSet", Tags.items(sight.tags));
  }
}
