package io.github.quartermaster.sentinel.internal.host;

/**
 * Memory in bytes.
 *
 * @param total what there is, or what a container may use; above 0
 * @param available what programs can still get without swapping, the cache that can be given up
 *     included
 * @param limited whether the numbers are those of a container's limit
 * @param swapTotal size of the swap; 0 without
 * @param swapUsed what is in it
 */
public record MemoryState(
    long total, long available, boolean limited, long swapTotal, long swapUsed) {
  /** The part that cannot be got any more, in per cent. */
  public double usedPercent() {
    return 100.0 * (total - available) / total;
  }

  /** The part of the swap that is used, in per cent; NaN without swap. */
  public double swapUsedPercent() {
    return swapTotal == 0 ? Double.NaN : 100.0 * swapUsed / swapTotal;
  }

  /** The same within a limit, where that leaves a smaller part than the machine does. */
  MemoryState within(long limit, long used) {
    long left = Math.max(0, limit - used);
    boolean tighter = limit < total && (double) left / limit < (double) available / total;
    return tighter ? new MemoryState(limit, left, true, swapTotal, swapUsed) : this;
  }
}
