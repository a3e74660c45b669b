package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.Mount;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the mounted file systems are looked at.
 *
 * <p>Without {@code include} all that hold files to stay: not those of a type that lives in memory
 * or only shows something, not those that are never written to, not the single files that container
 * runtimes mount, and of several mounts of one file system only the one with the shortest path. The
 * root counts whatever its type is: in a container it is an overlay. With {@code include} only what
 * it names; a path without wildcards is looked at also where it is no mount of its own.
 */
final class DiskSelection {
  /** Beyond this it is a mistake rather than a wish. */
  private static final int MOST = 256;

  // in memory, made up by the kernel, or read-only by nature
  private static final Set<String> LEFT_OUT =
      Set.of(
          "autofs",
          "binfmt_misc",
          "bpf",
          "cgroup",
          "cgroup2",
          "configfs",
          "cpuset",
          "debugfs",
          "devfs",
          "devpts",
          "devtmpfs",
          "efivarfs",
          "erofs",
          "fuse.gvfsd-fuse",
          "fuse.lxcfs",
          "fuse.portal",
          "fuse.snapfuse",
          "fusectl",
          "hugetlbfs",
          "iso9660",
          "mqueue",
          "nfsd",
          "nsfs",
          "overlay",
          "proc",
          "pstore",
          "ramfs",
          "rpc_pipefs",
          "securityfs",
          "selinuxfs",
          "squashfs",
          "sunrpc",
          "sysfs",
          "tmpfs",
          "tracefs",
          "udf");
  private static final Set<String> SINGLE_FILES =
      Set.of("/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/run/.containerenv");

  private final List<String> include;
  private final List<PathMatcher> exclude;
  private final Set<String> includeTypes;
  private final Set<String> excludeTypes;

  DiskSelection(
      List<String> include,
      List<String> exclude,
      List<String> includeTypes,
      List<String> excludeTypes) {
    this.include = List.copyOf(include);
    this.exclude = exclude.stream().map(DiskSelection::glob).toList();
    this.includeTypes = Set.copyOf(includeTypes);
    this.excludeTypes = Set.copyOf(excludeTypes);
    include.forEach(DiskSelection::glob);
  }

  /**
   * A path to look at.
   *
   * @param path the path
   * @param mount the file system that it is on, or null where that is not known
   */
  record Choice(Path path, @Nullable Mount mount) {
    /** Whether it is where the file system is mounted, rather than a folder within. */
    boolean isMountPoint() {
      return mount != null && mount.path().equals(path);
    }
  }

  /**
   * What to look at, in the order of the paths.
   *
   * @throws IllegalStateException if that is more than anybody means
   */
  List<Choice> choose(List<Mount> mounts) {
    Map<Path, Choice> chosen = new LinkedHashMap<>();
    if (include.isEmpty()) {
      byDefault(mounts).forEach(mount -> put(chosen, mount));
    }
    for (String wish : include) {
      if (isPattern(wish)) {
        PathMatcher matcher = glob(wish);
        mounts.stream()
            .filter(mount -> matcher.matches(mount.path()) && isWanted(mount))
            .forEach(mount -> put(chosen, mount));
      } else {
        Path path = Path.of(wish).normalize();
        chosen.put(path, new Choice(path, holding(path, mounts)));
      }
    }
    List<Choice> choices =
        chosen.values().stream()
            .filter(choice -> exclude.stream().noneMatch(no -> no.matches(choice.path())))
            .sorted(Comparator.comparing(Choice::path))
            .toList();
    if (choices.size() > MOST) {
      throw new IllegalStateException(
          "there are more than " + MOST + " file systems; name those that matter");
    }
    return choices;
  }

  private static void put(Map<Path, Choice> chosen, Mount mount) {
    chosen.put(mount.path(), new Choice(mount.path(), mount));
  }

  private List<Mount> byDefault(List<Mount> mounts) {
    Set<String> devices = new HashSet<>();
    List<Mount> wanted = new ArrayList<>();
    mounts.stream()
        .filter(mount -> isWanted(mount) && !SINGLE_FILES.contains(mount.path().toString()))
        .sorted(
            Comparator.<Mount>comparingInt(mount -> mount.path().getNameCount())
                .thenComparing(Mount::path))
        .filter(mount -> devices.add(mount.device()))
        .forEach(wanted::add);
    return wanted;
  }

  private boolean isWanted(Mount mount) {
    if (mount.path().getNameCount() == 0 || includeTypes.contains(mount.type())) {
      return true;
    }
    return !LEFT_OUT.contains(mount.type()) && !excludeTypes.contains(mount.type());
  }

  private static @Nullable Mount holding(Path path, List<Mount> mounts) {
    return mounts.stream()
        .filter(mount -> path.startsWith(mount.path()))
        .max(Comparator.comparingInt(mount -> mount.path().getNameCount()))
        .orElse(null);
  }

  private static boolean isPattern(String wish) {
    return wish.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0);
  }

  private static PathMatcher glob(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }
}
