package io.github.quartermaster.sentinel.internal.host;

/**
 * Time that all processors together have spent, in any unit, since the machine started.
 *
 * @param busy working
 * @param idle with nothing to do, waiting for disks included
 * @param waitingForDisk the part of idle in which a task waited for a disk; 0 where not told
 * @param stolen taken away by the hypervisor for other machines; counted neither as busy nor idle
 */
public record CpuTicks(long busy, long idle, long waitingForDisk, long stolen) {
  /** What happened since an earlier look. */
  public CpuTicks since(CpuTicks earlier) {
    return new CpuTicks(
        Math.max(0, busy - earlier.busy),
        Math.max(0, idle - earlier.idle),
        Math.max(0, waitingForDisk - earlier.waitingForDisk),
        Math.max(0, stolen - earlier.stolen));
  }

  /** All of it. */
  public long total() {
    return busy + idle + stolen;
  }

  /** A part in per cent of the whole; NaN where no time has passed. */
  public double percent(long part) {
    return total() == 0 ? Double.NaN : 100.0 * part / total();
  }
}
