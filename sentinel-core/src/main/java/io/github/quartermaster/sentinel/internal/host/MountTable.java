package io.github.quartermaster.sentinel.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code /proc/self/mountinfo} (proc(5)). OSHI's list is not used on Linux: it asks every
 * file system for its space, and one dead network share holds all of them up.
 */
final class MountTable {
  // a blank, a tab, a line break or a backslash in a path stands as its octal code
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");
  private static final int FIXED_FIELDS = 6;

  private MountTable() {}

  /** What is mounted; of several mounts on one path the topmost, which is the one that is seen. */
  static List<Mount> read(Path mountinfo) throws IOException {
    Map<Path, Mount> byPath = new LinkedHashMap<>();
    for (String line : KernelFile.lines(mountinfo)) {
      parse(line)
          .ifPresent(
              mount -> {
                byPath.remove(mount.path());
                byPath.put(mount.path(), mount);
              });
    }
    return List.copyOf(byPath.values());
  }

  /** {@code 36 35 98:0 /root /mnt rw,noatime master:1 - ext3 /dev/sda1 rw,errors=continue}. */
  static Optional<Mount> parse(String line) {
    String[] halves = line.split(" - ", 2);
    if (halves.length < 2) {
      return Optional.empty();
    }
    String[] mount = halves[0].split(" ", -1);
    String[] fileSystem = halves[1].split(" ", -1);
    if (mount.length < FIXED_FIELDS || fileSystem.length < 2) {
      return Optional.empty();
    }
    String options = fileSystem.length > 2 ? fileSystem[2] : "";
    try {
      return Optional.of(
          new Mount(
              Path.of(unescaped(mount[4])),
              unescaped(fileSystem[0]),
              unescaped(fileSystem[1]),
              mount[2],
              has(mount[5], "ro"),
              has(options, "ro") || has(options, "emergency_ro")));
    } catch (InvalidPathException e) {
      // a name that this JVM's character set cannot express
      return Optional.empty();
    }
  }

  private static boolean has(String options, String option) {
    return Arrays.asList(options.split(",", -1)).contains(option);
  }

  private static String unescaped(String latin1) {
    Matcher matcher = ESCAPE.matcher(latin1);
    String bytes =
        matcher.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) (Integer.parseInt(found.group(1), 8) & 0xff))));
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
