package io.github.quartermaster.sentinel.internal.read.catalog;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check that is there because somebody dropped an executable into the folder of plugins.
 *
 * @param name the name of the file without its extension
 * @param executable the file, absolute; it obeys the plugin API of Nagios
 * @param line of the file on which the following stands; 1 where there is no such line
 * @param provides tags that others may require
 * @param requires what it needs, as in the configuration
 * @param timeout how long it may take, as in the configuration; null where nothing is said
 */
public record DroppedCheck(
    String name,
    Path executable,
    int line,
    List<String> provides,
    List<String> requires,
    @Nullable String timeout) {
  /** Copies the lists. */
  public DroppedCheck {
    provides = List.copyOf(provides);
    requires = List.copyOf(requires);
  }
}
