package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What there is, as the port asks for it. */
final class CinderReads {
  private static final String VOLUMES = "volumes";
  private static final String SNAPSHOTS = "snapshots";
  private static final String BACKUPS = "backups";

  private final CinderCalls calls;
  private final Lists lists;

  CinderReads(CinderCalls calls) {
    this.calls = calls;
    lists = new Lists(calls);
  }

  /** Volumes; those beside a backup store are the volumes of its region. */
  Answer<Page<Volume>> volumes(Region region, VolumeFilter filter, @Nullable String next) {
    if (filter instanceof VolumeFilter.Ids ids && ids.ids().isEmpty()) {
      return new Done<>(Page.last(List.of()));
    }
    // what is made from a backup comes to be beside the store
    Region place = Place.of(region).region();
    Function<Json, Volume> understand = told -> Descriptions.volume(region, told);
    Predicate<Volume> wanted = Chosen.by(filter);
    if (filter instanceof VolumeFilter.Ids ids && ids.ids().size() == 1) {
      return lists.one(place, VOLUMES, ids.ids().get(0).value(), understand);
    }
    // a volume's own name serves for the tag, and is none of its metadata
    return filter instanceof VolumeFilter.Tagged tagged && !tagged.key().equals(OurTags.NAME)
        ? lists.pageByMetadata(
            place, VOLUMES, tagged.key(), tagged.value(), next, understand, wanted)
        : lists.page(place, VOLUMES, Map.of(), next, understand, wanted);
  }

  Answer<Page<Snapshot>> snapshots(Region region, SnapshotFilter filter, @Nullable String next) {
    if (filter instanceof SnapshotFilter.Ids ids && ids.ids().isEmpty()) {
      return new Done<>(Page.last(List.of()));
    }
    Place place = Place.of(region);
    return place.isStore()
        ? backups(place.region(), region, filter, next)
        : snapshotsBesideVolumes(region, filter, next);
  }

  private Answer<Page<Snapshot>> snapshotsBesideVolumes(
      Region region, SnapshotFilter filter, @Nullable String next) {
    Function<Json, Snapshot> understand = told -> Descriptions.snapshot(region, told);
    Predicate<Snapshot> wanted = Chosen.by(filter);
    if (filter instanceof SnapshotFilter.Ids ids && ids.ids().size() == 1) {
      return lists.one(region, SNAPSHOTS, ids.ids().get(0).value(), understand);
    }
    return filter instanceof SnapshotFilter.OfRun of
        ? lists.pageByMetadata(
            region, SNAPSHOTS, OurTags.RUN, of.run().value(), next, understand, wanted)
        : lists.page(region, SNAPSHOTS, Map.of(), next, understand, wanted);
  }

  /** Cinder filters backups by no metadata. */
  private Answer<Page<Snapshot>> backups(
      Region region, Region store, SnapshotFilter filter, @Nullable String next) {
    Function<Json, Snapshot> understand = told -> Descriptions.backup(store, told);
    if (filter instanceof SnapshotFilter.Unfinished) {
      // those are no copies, and here is nothing else
      return new Done<>(Page.last(List.of()));
    }
    return filter instanceof SnapshotFilter.Ids ids && ids.ids().size() == 1
        ? lists.one(region, BACKUPS, ids.ids().get(0).value(), understand)
        : lists.page(region, BACKUPS, Map.of(), next, understand, Chosen.by(filter));
  }

  /**
   * All backups of a volume, as Cinder tells of them; the first {@code 1000} where there are more.
   */
  Answer<List<Json>> backupsOf(Region region, String volume) {
    return lists
        .page(region, BACKUPS, Map.of("volume_id", volume), null, told -> told, any -> true)
        .map(Page::items);
  }

  /** The one of an id; {@link Answer.Refused.Reason#NOT_FOUND} where there is none. */
  Answer<Json> backup(Region region, String id) {
    return calls.get(region, "/backups/" + id, told -> told.at("backup"));
  }

  /** The backups that incremental ones build on. */
  Answer<Page<SnapshotUse>> increments(
      Region store, @Nullable SnapshotId only, @Nullable String next) {
    Place place = Place.of(store);
    if (!place.isStore()) {
      return new Done<>(Page.last(List.of()));
    }
    if (only == null) {
      return lists
          .page(place.region(), BACKUPS, Map.of(), next, told -> told, any -> true)
          .map(page -> new Page<>(Increments.of(page.items()), page.next().orElse(null)));
    }
    return Answers.then(
        lists.one(place.region(), BACKUPS, only.value(), told -> told),
        found ->
            found.items().stream().noneMatch(Increments::isBase)
                ? new Done<>(Page.last(List.of()))
                : backupsOf(place.region(), found.items().get(0).text("volume_id"))
                    .map(backups -> Page.last(Increments.of(backups))));
  }
}
