package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.host.Mount;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders in which nothing is ever cleaned, after the Filesystem Hierarchy Standard 3.0: what the
 * system itself is made of with all below it, and folders that belong to nobody in particular,
 * whose sub-folders may be named instead.
 */
final class SystemFolders {
  private static final List<Path> WITH_ALL_BELOW =
      paths(
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/lib",
          "/lib32",
          "/lib64",
          "/libx32",
          "/proc",
          "/run",
          "/sbin",
          "/sys",
          "/usr",
          "/var/run",
          "/var/lib/dpkg",
          "/var/lib/rpm",
          "/var/lib/systemd",
          "/System",
          "/Library",
          "/private/etc",
          "/private/var/db");
  private static final List<Path> THEMSELVES =
      paths(
          "/",
          "/home",
          "/lost+found",
          "/media",
          "/mnt",
          "/opt",
          "/private",
          "/private/var",
          "/root",
          "/srv",
          "/Users",
          "/var",
          "/var/cache",
          "/var/lib",
          "/var/spool");
  // everybody's home is below one of these
  private static final List<Path> HOMES = paths("/home", "/Users");
  // what these show are no files that could be cleaned
  private static final Set<String> NO_FILES =
      Set.of(
          "proc",
          "sysfs",
          "devtmpfs",
          "devpts",
          "cgroup",
          "cgroup2",
          "debugfs",
          "tracefs",
          "securityfs",
          "configfs",
          "efivarfs",
          "bpf",
          "pstore",
          "mqueue",
          "hugetlbfs",
          "nsfs");

  private SystemFolders() {}

  private static List<Path> paths(String... paths) {
    return Stream.of(paths).map(Path::of).toList();
  }

  /** Why nothing is cleaned in a folder, by its path alone. */
  static Optional<String> objection(Path folder) {
    Path path = folder.normalize();
    if (!path.isAbsolute() || path.getNameCount() == 0) {
      return Optional.of(path + " is the root of the file system, or no whole path");
    }
    if (WITH_ALL_BELOW.stream().anyMatch(path::startsWith)) {
      return Optional.of("what is in " + path + " belongs to the system");
    }
    if (THEMSELVES.contains(path)) {
      return Optional.of(path + " belongs to nobody in particular; name a folder in it");
    }
    Path above = path.getParent();
    if (HOMES.contains(above) || path.equals(Path.of(System.getProperty("user.home", "/root")))) {
      return Optional.of(path + " is somebody's home; name a folder in it");
    }
    return Optional.empty();
  }

  /** Why nothing is cleaned in a folder, by what is mounted there. */
  static Optional<String> objection(Path folder, List<Mount> mounts) {
    return mounts.stream()
        .filter(mount -> folder.startsWith(mount.path()))
        .max(Comparator.comparingInt(mount -> mount.path().getNameCount()))
        .filter(mount -> NO_FILES.contains(mount.type()))
        .map(mount -> folder + " is on " + mount.type() + ", which holds no files to clean");
  }
}
