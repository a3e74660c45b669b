package io.github.quartermaster.ebs.model;

import java.util.List;

/**
 * Some of a snapshot's blocks: how many, and which come first.
 *
 * @param count how many
 * @param first the indexes of the first of them, {@link #MOST_NAMED} at most
 */
public record BlockIndexes(long count, List<Integer> first) {
  /** How many are named. */
  public static final int MOST_NAMED = 5;

  /** None. */
  public static final BlockIndexes NONE = new BlockIndexes(0, List.of());

  /** Copies the list. */
  public BlockIndexes {
    first = List.copyOf(first);
  }

  /** Those indexes. */
  public static BlockIndexes of(List<Integer> all) {
    return new BlockIndexes(all.size(), all.subList(0, Math.min(MOST_NAMED, all.size())));
  }

  /** Whether there is any. */
  public boolean isAny() {
    return count > 0;
  }

  /** Number and names: {@code 7 (0, 3, 6, 9, 12 ...)}. */
  @Override
  public String toString() {
    String names = String.join(", ", first.stream().map(String::valueOf).toList());
    return count + " (" + names + (count > first.size() ? " ..." : "") + ")";
  }
}
