package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.PruneFindings;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds out what may be removed depends on. What a region does not tell for sure is never taken for
 * "there is none": the region is noted as unsure, with the reason.
 */
public final class PruneReader {
  private final BlockStorage storage;
  private final Patience patience;
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<SnapshotUse> uses = new ArrayList<>();
  private final Map<Region, Problem> unsure = new HashMap<>();

  /** Reads from a cloud, with this much patience; of use once. */
  public PruneReader(BlockStorage storage, Patience patience) {
    this.storage = storage;
    this.patience = patience;
  }

  /**
   * The snapshots that carry our tag and what needs them, and the copies in other regions of what
   * is there.
   *
   * @param where the regions; all that the account may use where this is empty
   * @throws EbsException if the credentials are refused, or the account's regions not told
   */
  public PruneFindings findings(List<Region> where) {
    Set<Region> chosen = where.isEmpty() ? regions() : new TreeSet<>(where);
    chosen.forEach(region -> read(region, true));
    Set<Region> further = new TreeSet<>();
    snapshots.forEach(snapshot -> destinations(snapshot).forEach(further::add));
    further.removeAll(chosen);
    further.forEach(region -> read(region, false));
    doubtEmptyOnes(further);
    doubtEmptyOnes(chosen);
    return new PruneFindings(chosen, snapshots, uses, unsure);
  }

  private Set<Region> regions() {
    String question = "list the regions of the account";
    return new TreeSet<>(Patience.sure(question, patience.ask(question, storage::regions)));
  }

  private void read(Region region, boolean withUses) {
    try {
      List<Snapshot> found = snapshots(region);
      requireEachOnce(region, found);
      if (withUses && !found.isEmpty()) {
        List<SnapshotUse> here = new ArrayList<>(uses(region, SnapshotUse.Kind.IMAGE, "images"));
        here.addAll(uses(region, SnapshotUse.Kind.LOCK, "locked snapshots"));
        here.addAll(uses(region, SnapshotUse.Kind.INCREMENT, "incremental backups"));
        uses.addAll(here);
      }
      snapshots.addAll(found);
    } catch (EbsException e) {
      Problem why = e.problem();
      if (why.code() == ProblemCode.CREDENTIALS_REFUSED) {
        throw e;
      }
      // who names regions knows that of others nothing can be learnt
      unsure.put(
          region,
          withUses
              ? Problem.error(why.code(), region, why.message(), why.remedy())
              : Problem.warning(why.code(), region, why.message(), why.remedy()));
    }
  }

  private List<Snapshot> snapshots(Region region) {
    return patience
        .list(
            "list snapshots of " + region,
            next -> storage.snapshots(region, new SnapshotFilter.Ours(), next))
        .stream()
        // whatever a cloud makes of a filter
        .filter(snapshot -> snapshot.tag(OurTags.RUN).isPresent())
        .toList();
  }

  private List<SnapshotUse> uses(Region region, SnapshotUse.Kind kind, String what) {
    return patience.list(
        "list " + what + " of " + region, next -> storage.uses(region, kind, null, next));
  }

  private static void requireEachOnce(Region region, Collection<Snapshot> found) {
    Set<SnapshotId> ids = new HashSet<>();
    for (Snapshot snapshot : found) {
      if (!ids.add(snapshot.id())) {
        throw new EbsException(
            unsure(region, "its list names " + snapshot.id() + " twice, and may lack others"));
      }
    }
  }

  /** A region that is silent about copies that others tell of. */
  private void doubtEmptyOnes(Set<Region> regions) {
    for (Region region : regions) {
      boolean empty = snapshots.stream().noneMatch(one -> one.region().equals(region));
      long named =
          snapshots.stream()
              .filter(one -> destinations(one).anyMatch(region::equals) || isFrom(region, one))
              .count();
      if (empty && named > 0 && !unsure.containsKey(region)) {
        Problem why =
            unsure(
                region,
                "its list is empty, though the tags of "
                    + named
                    + " snapshots elsewhere tell of copies to or from it");
        unsure.put(region, Problem.warning(why.code(), region, why.message(), why.remedy()));
      }
    }
  }

  private static boolean isFrom(Region region, Snapshot copy) {
    return copy.tag(OurTags.SOURCE_REGION).filter(region.name()::equals).isPresent();
  }

  private static Stream<Region> destinations(Snapshot snapshot) {
    return snapshot.tag(OurTags.COPY_TO).stream()
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(Region::isWellFormed)
        .map(Region::new);
  }

  private static Problem unsure(Region region, String why) {
    return Problem.error(
        ProblemCode.PRUNE_UNSURE,
        region,
        "tried to list snapshots of " + region + "; " + why,
        "Try again later; what it may concern stays until then");
  }
}
