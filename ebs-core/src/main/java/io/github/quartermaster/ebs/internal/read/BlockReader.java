package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.internal.blocks.RandomSample;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the blocks of a snapshot and of its copies side by side: all maps at once, in the order of
 * their indexes and with a page of each in memory, and then some of the data. What cannot be read
 * is left out, and the others go on.
 */
public final class BlockReader {
  private final BlockStorage storage;
  private final Patience patience;
  private final VerificationRules rules;

  /** Reads from a cloud, with this much patience. */
  public BlockReader(BlockStorage storage, Patience patience, VerificationRules rules) {
    this.storage = storage;
    this.patience = patience;
    this.rules = rules;
  }

  /**
   * Reads them.
   *
   * @param snapshots the one that the others are compared with first
   * @return what each has shown, in the same order
   * @throws io.github.quartermaster.ebs.model.EbsException if the credentials are refused
   */
  public List<BlockReading> read(List<Snapshot> snapshots) {
    Map<Snapshot, BlockReading> readings = new HashMap<>();
    List<Snapshot> left = new ArrayList<>(snapshots);
    while (!left.isEmpty()) {
      List<BlockSide> sides = sides(left);
      readSideBySide(sides);
      BlockSide original = sides.get(0);
      if (original.isReadable()) {
        sides.forEach(
            side ->
                readings.put(
                    side.snapshot(),
                    side.reading(side.equals(original) ? null : original.snapshot())));
        break;
      }
      // the others are compared with the next one then
      readings.put(original.snapshot(), original.reading(null));
      left.remove(0);
    }
    return snapshots.stream().map(readings::get).toList();
  }

  private List<BlockSide> sides(List<Snapshot> snapshots) {
    return snapshots.stream()
        .map(snapshot -> new BlockSide(new BlockWalk(storage, patience, snapshot)))
        .toList();
  }

  private void readSideBySide(List<BlockSide> sides) {
    BlockSide original = sides.get(0);
    List<Row> rows = compareMaps(sides);
    for (Row row : rows) {
      if (!original.isReadable()) {
        return;
      }
      original.read(row.of(0)).ifPresent(block -> compare(sides, row, block));
    }
  }

  private static void compare(List<BlockSide> sides, Row row, Block original) {
    for (int side = 1; side < sides.size(); side++) {
      if (sides.get(side).isReadable()) {
        sides.get(side).compare(row.of(side), original);
      }
    }
  }

  /** Goes through all maps together; returns the blocks whose data is to be read. */
  private List<Row> compareMaps(List<BlockSide> sides) {
    BlockSide original = sides.get(0);
    RandomSample<Row> sample = new RandomSample<>(rules.sample(), seed(original.snapshot()));
    @Nullable Row first = null;
    sides.forEach(BlockSide::advance);
    for (OptionalInt index = next(sides);
        index.isPresent() && original.isReadable();
        index = next(sides)) {
      int at = index.getAsInt();
      if (sides.stream().allMatch(side -> side.isAt(at) || !side.isReadable())) {
        Row row = new Row(at, sides.stream().map(BlockSide::head).toArray(BlockReference[]::new));
        if (at == 0) {
          first = row;
        } else {
          sample.offer(row);
        }
      } else {
        sides.stream()
            .filter(side -> side.isAt(at) != original.isAt(at))
            .forEach(side -> side.differsAt(at));
      }
      sides.stream().filter(side -> side.isAt(at)).forEach(BlockSide::advance);
    }
    if (rules.level() != VerificationLevel.SAMPLE) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>(sample.chosen());
    rows.sort(Comparator.comparingInt(row -> row.index));
    if (first != null) {
      rows.add(0, first);
    }
    return rows;
  }

  /** The least index that one of the maps is at. */
  private static OptionalInt next(List<BlockSide> sides) {
    return sides.stream()
        .map(BlockSide::head)
        .filter(head -> head != null)
        .mapToInt(BlockReference::index)
        .min();
  }

  /** The same for a snapshot whatever else is read. */
  private long seed(Snapshot original) {
    return rules.seed() * 31 + original.id().value().hashCode();
  }

  /** A block that all have; of one that cannot be read any more there may be nothing. */
  private static final class Row {
    private final int index;
    private final @Nullable BlockReference[] sides;

    Row(int index, @Nullable BlockReference[] sides) {
      this.index = index;
      this.sides = sides;
    }

    BlockReference of(int side) {
      BlockReference block = sides[side];
      if (block == null) {
        throw new IllegalStateException("block " + index + " is not on side " + side);
      }
      return block;
    }
  }
}
