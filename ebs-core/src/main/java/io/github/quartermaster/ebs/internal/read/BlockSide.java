package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.internal.blocks.DiskBeginning;
import io.github.quartermaster.ebs.internal.blocks.Sha256;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockIndexes;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the snapshots that are read side by side, and what it has shown. For one thread. */
final class BlockSide {
  private final BlockWalk walk;
  private final Indexes missing = new Indexes();
  private final Indexes extra = new Indexes();
  private final Indexes damaged = new Indexes();
  private final Indexes differing = new Indexes();
  private @Nullable BlockReference head;
  private @Nullable Problem failure;
  private String beginning = "";
  private int sampled;

  BlockSide(BlockWalk walk) {
    this.walk = walk;
  }

  Snapshot snapshot() {
    return walk.snapshot();
  }

  boolean isReadable() {
    return failure == null;
  }

  /** Goes on to the next block of the map. */
  void advance() {
    head = attempt(walk::advance).orElse(null);
  }

  /** Where the map is; null at its end. */
  @Nullable BlockReference head() {
    return head;
  }

  /** Whether the map is at that index. */
  boolean isAt(int index) {
    return head != null && head.index() == index;
  }

  /** Takes note that this one lacks a block, or alone has it. */
  void differsAt(int index) {
    (isAt(index) ? extra : missing).add(index);
  }

  /** Reads a block; a second time where its data is not what its checksum says. */
  Optional<Block> read(BlockReference block) {
    Optional<Block> read = attempt(() -> walk.read(block));
    if (read.isPresent() && !isSound(read.get())) {
      read = attempt(() -> walk.read(block));
    }
    read.ifPresent(
        data -> {
          sampled++;
          if (!isSound(data)) {
            damaged.add(block.index());
          }
          if (block.index() == 0) {
            beginning = DiskBeginning.of(data.data()).orElse("nothing known");
          }
        });
    return read;
  }

  /** Likewise, and compares it with what the original has there. */
  void compare(BlockReference block, Block original) {
    read(block)
        .filter(data -> !data.data().equals(original.data()))
        .ifPresent(data -> differing.add(block.index()));
  }

  private static boolean isSound(Block block) {
    return block.checksum().equals(Sha256.of(block.data()));
  }

  private <T> Optional<T> attempt(Supplier<@Nullable T> request) {
    try {
      return Optional.ofNullable(request.get());
    } catch (EbsException e) {
      if (e.problem().code() == ProblemCode.CREDENTIALS_REFUSED) {
        throw e;
      }
      failure = e.problem();
      return Optional.empty();
    }
  }

  /** What it has shown. */
  BlockReading reading(@Nullable Snapshot original) {
    if (failure != null) {
      return BlockReading.failed(snapshot(), failure);
    }
    return new BlockReading(
        snapshot(),
        original,
        walk.count(),
        missing.all(),
        extra.all(),
        sampled,
        damaged.all(),
        differing.all(),
        beginning,
        null);
  }

  /** Counts all, remembers the first. */
  private static final class Indexes {
    private final List<Integer> first = new ArrayList<>();
    private long count;

    void add(int index) {
      count++;
      if (first.size() < BlockIndexes.MOST_NAMED) {
        first.add(index);
      }
    }

    BlockIndexes all() {
      return new BlockIndexes(count, first);
    }
  }
}
