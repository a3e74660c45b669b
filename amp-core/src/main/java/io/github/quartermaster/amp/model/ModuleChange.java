package io.github.quartermaster.amp.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a module's version.
 *
 * @param before null where the module is not there before; read it by {@link #from()}
 * @param after null where it is not there afterwards; read it by {@link #to()}
 */
public record ModuleChange(
    ModuleId module, @Nullable ModuleVersion before, @Nullable ModuleVersion after) {
  /** The version before, if it is there. */
  public Optional<ModuleVersion> from() {
    return Optional.ofNullable(before);
  }

  /** The version afterwards, if it is there. */
  public Optional<ModuleVersion> to() {
    return Optional.ofNullable(after);
  }

  /** Whether it goes back to an older version. */
  public boolean goesBack() {
    return before != null && after != null && after.compareTo(before) < 0;
  }
}
