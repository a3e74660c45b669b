package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.GuardedText;
import io.github.quartermaster.sentinel.internal.host.HostProcess;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which processes are meant; all that is given has to fit.
 *
 * @param name the name of the program, or null
 * @param command found somewhere in the command line, or null
 */
record ProcessMatch(@Nullable String name, @Nullable Pattern command) {
  // TASK_COMM_LEN of the kernel, without the final NUL
  private static final int KERNEL_NAME = 15;
  // "/usr/bin/env python3 -u /opt/very-long-script-name"
  private static final int WORDS_BEFORE_SCRIPT = 6;
  private static final int LONGEST_COMMAND = 128 * 1024;

  /** Whether a process is meant; a search that is stopped throws. */
  boolean fits(HostProcess process, BooleanSupplier stop) {
    return (name == null || hasName(process, name))
        && (command == null || command.matcher(text(process, stop)).find());
  }

  /**
   * The kernel's name says it where it is not cut; else the program, or the script that it runs. A
   * program may write what it likes in place of its command line, so that alone would not do.
   */
  private static boolean hasName(HostProcess process, String name) {
    boolean cut = name.length() > KERNEL_NAME && !process.commandLine().isEmpty();
    String kernelName = name.length() > KERNEL_NAME ? name.substring(0, KERNEL_NAME) : name;
    if (!cut && process.name().equals(kernelName)) {
      return true;
    }
    int words = process.name().equals(kernelName) ? WORDS_BEFORE_SCRIPT : 1;
    return Arrays.stream(process.commandLine().split(" ", words + 1))
        .limit(words)
        .anyMatch(word -> word.substring(word.lastIndexOf('/') + 1).equals(name));
  }

  private static CharSequence text(HostProcess process, BooleanSupplier stop) {
    String command = process.commandLine();
    return new GuardedText(
        command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND),
        stop);
  }
}
