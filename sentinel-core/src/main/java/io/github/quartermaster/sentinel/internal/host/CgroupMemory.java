package io.github.quartermaster.sentinel.internal.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The memory limits of this process's control groups (kernel documentation, admin-guide/cgroup-v1
 * memory.rst and cgroup-v2.rst). A limit of any group above counts too; within a container the
 * groups above are mostly out of sight, and its own is the root of what is mounted.
 *
 * @param limit in bytes
 * @param used what the group uses, without the cache that can be given up
 */
record CgroupMemory(long limit, long used) {
  // version 1 says "no limit" with the largest number of pages
  private static final long NO_LIMIT = 1L << 60;
  private static final String VERSION_2 = "0";

  /** All limits that hold, in no order. */
  static List<CgroupMemory> limits(Path cgroups, Path ownCgroup) {
    List<CgroupMemory> found = new ArrayList<>();
    for (String line : KernelFile.linesIfAny(ownCgroup)) {
      // hierarchy:controllers:path
      String[] fields = line.split(":", 3);
      if (fields.length < 3) {
        continue;
      }
      boolean version2 = fields[0].equals(VERSION_2) && fields[1].isEmpty();
      if (version2) {
        walk(cgroups, fields[2], "memory.max", "memory.current", "inactive_file ", found);
      } else if (List.of(fields[1].split(",", -1)).contains("memory")) {
        walk(
            cgroups.resolve("memory"),
            fields[2],
            "memory.limit_in_bytes",
            "memory.usage_in_bytes",
            "total_inactive_file ",
            found);
      }
    }
    return found;
  }

  private static void walk(
      Path root, String own, String limit, String usage, String cache, List<CgroupMemory> found) {
    Path group = root.resolve(own.replaceFirst("^/+", "")).normalize();
    for (; group != null && group.startsWith(root); group = group.getParent()) {
      Path here = group;
      KernelFile.number(group.resolve(limit))
          .filter(bytes -> bytes > 0 && bytes < NO_LIMIT)
          .ifPresent(bytes -> used(here, usage, cache, bytes).ifPresent(found::add));
    }
  }

  private static Optional<CgroupMemory> used(Path group, String usage, String cache, long limit) {
    long givenUp =
        KernelFile.linesIfAny(group.resolve("memory.stat")).stream()
            .filter(line -> line.startsWith(cache))
            .findFirst()
            .flatMap(line -> KernelFile.toNumber(line.substring(cache.length()).strip()))
            .orElse(0L);
    return KernelFile.number(group.resolve(usage))
        .map(bytes -> new CgroupMemory(limit, Math.max(0, bytes - givenUp)));
  }
}
