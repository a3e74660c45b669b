package io.github.quartermaster.sentinel.internal.run.action;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a service. What is none could be an option, a path, or a unit whose start means the
 * end of the machine.
 *
 * @param name without {@code .service}
 */
record ServiceName(String name) {
  // systemd.unit(5) allows more, for units that nobody restarts by hand; init scripts need less
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_@:.-]{0,199}");
  private static final String SUFFIX = ".service";
  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          ".*\\.(?:socket|device|mount|automount|swap|target|path|timer|slice|scope|snapshot)");

  // systemd.special(7), and scripts of System V that do the same whatever they are told
  private static final Set<String> END_THE_MACHINE =
      Set.of(
          "emergency",
          "halt",
          "killall",
          "killprocs",
          "poweroff",
          "reboot",
          "rescue",
          "sendsigs",
          "shutdown",
          "single",
          "umountfs",
          "umountnfs.sh",
          "umountroot");
  private static final Pattern ENDS_THE_MACHINE =
      Pattern.compile(
          "systemd-(?:exit|halt|hibernate|hybrid-sleep|kexec|poweroff|reboot|soft-reboot|suspend"
              + "|suspend-then-hibernate)");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, or one that must not be started
   */
  static ServiceName of(String text) {
    if (!NAME.matcher(text).matches() || text.contains("..")) {
      throw new IllegalArgumentException(
          "expected the name of a service, of letters, digits and _ @ : . - only, found another");
    }
    if (OTHER_UNIT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected the name of a service, found that of another unit of systemd");
    }
    String name = text.endsWith(SUFFIX) ? text.substring(0, text.length() - SUFFIX.length()) : text;
    if (name.isEmpty()
        || END_THE_MACHINE.contains(name)
        || ENDS_THE_MACHINE.matcher(name).matches()) {
      throw new IllegalArgumentException("the service " + name + " would end the machine");
    }
    return new ServiceName(name);
  }

  /** As systemd calls it. */
  String unit() {
    return name + SUFFIX;
  }

  @Override
  public String toString() {
    return name;
  }
}
