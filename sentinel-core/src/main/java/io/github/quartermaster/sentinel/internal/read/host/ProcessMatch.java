package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.GuardedText;
import io.github.quartermaster.sentinel.internal.host.HostProcess;
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
  private static final int LONGEST_COMMAND = 128 * 1024;

  /** Whether a process is meant; a search that is stopped throws. */
  boolean fits(HostProcess process, BooleanSupplier stop) {
    return (name == null || hasName(process, name))
        && (command == null || command.matcher(text(process, stop)).find());
  }

  private static boolean hasName(HostProcess process, String name) {
    String kernelName = name.length() > KERNEL_NAME ? name.substring(0, KERNEL_NAME) : name;
    String command = process.commandLine();
    int blank = command.indexOf(' ');
    String program = blank < 0 ? command : command.substring(0, blank);
    String baseName = program.substring(program.lastIndexOf('/') + 1);
    boolean cut = name.length() > KERNEL_NAME && !command.isEmpty();
    return baseName.equals(name) || (!cut && process.name().equals(kernelName));
  }

  private static CharSequence text(HostProcess process, BooleanSupplier stop) {
    String command = process.commandLine();
    return new GuardedText(
        command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND),
        stop);
  }
}
