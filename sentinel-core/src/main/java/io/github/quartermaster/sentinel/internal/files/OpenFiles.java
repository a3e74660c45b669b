package io.github.quartermaster.sentinel.internal.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which files of a folder are held open, and by whom, as {@code /proc} tells (proc(5),
 * /proc/pid/fd). A process sees those of its own user only, unless it is root's; on systems without
 * {@code /proc} none. Removing such a file frees nothing until it is closed.
 */
public final class OpenFiles {
  private static final Path PROC = Path.of("/proc");
  private static final String DELETED = " (deleted)";
  private static final int MOST_FILES = 10_000;
  private static final int LONGEST_NAME = 64;

  private final Map<Path, String> holders = new HashMap<>();
  private final Map<Path, String> removed = new HashMap<>();

  private OpenFiles() {}

  /**
   * Looks at all processes.
   *
   * @param stop asked before each; what is not known then is not told
   */
  public static OpenFiles below(Path root, BooleanSupplier stop) {
    return below(PROC, root, stop);
  }

  static OpenFiles below(Path proc, Path root, BooleanSupplier stop) {
    OpenFiles found = new OpenFiles();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (stop.getAsBoolean()) {
          break;
        }
        found.look(process, root);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // no such thing on this system, or no more of it: nobody is known to hold anything open
      return found;
    }
    return found;
  }

  private void look(Path process, Path root) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        note(Files.readSymbolicLink(file).toString(), process, root);
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      // ended meanwhile, or another user's
      return;
    }
  }

  private void note(String target, Path process, Path root) {
    boolean gone = target.endsWith(DELETED);
    String path = gone ? target.substring(0, target.length() - DELETED.length()) : target;
    Map<Path, String> map = gone ? removed : holders;
    // sockets and pipes are no paths
    if (path.startsWith("/") && map.size() < MOST_FILES) {
      Path file = Path.of(path);
      if (file.startsWith(root)) {
        map.putIfAbsent(file, name(process) + " (pid " + process.getFileName() + ")");
      }
    }
  }

  private static String name(Path process) {
    try {
      String name = Files.readString(process.resolve("comm")).strip();
      return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    } catch (IOException e) {
      return "a process";
    }
  }

  /** Who holds a file open: a program's name and the id of the process. */
  public Optional<String> holder(Path file) {
    return Optional.ofNullable(holders.get(file));
  }

  /** Somebody who holds a file open that has no name any more, if there is one. */
  public Optional<String> holderOfRemoved() {
    return removed.values().stream().sorted().findFirst();
  }
}
