package io.github.quartermaster.amp.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module as a WAR holds it.
 *
 * @param directory the folder of its {@code module.properties} in the WAR, without a slash at the
 *     end
 * @param installed when it was installed, or null where nothing says so; read it by {@link
 *     #installDate()}
 * @param recorded what its installation changed, or null where no installer recorded it (a module
 *     that came inside another AMP, or with the WAR); read it by {@link #modifications()}
 */
public record InstalledModule(
    AmpModule module,
    String directory,
    ModuleState state,
    @Nullable Instant installed,
    @Nullable Modifications recorded) {

  /** When it was installed, where that is known. */
  public Optional<Instant> installDate() {
    return Optional.ofNullable(installed);
  }

  /** What its installation changed, where that was recorded. */
  public Optional<Modifications> modifications() {
    return Optional.ofNullable(recorded);
  }

  /** Its identifier. */
  public ModuleId id() {
    return module.id();
  }
}
