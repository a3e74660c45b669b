package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module for which AMPs were found or which is installed, and how the two compare.
 *
 * @param newestAmp the AMP of the highest version, or null where the module is only installed; read
 *     it by {@link #newest()}
 * @param others the other AMPs of the module, newest first
 * @param installations where the module is installed, in the order of the WARs
 */
public record AvailableModule(
    ModuleKey key,
    @Nullable AmpFile newestAmp,
    List<AmpFile> others,
    List<Installation> installations) {

  /** Copies the lists. */
  public AvailableModule {
    others = List.copyOf(others);
    installations = List.copyOf(installations);
  }

  /** The AMP of the highest version, if any was found. */
  public Optional<AmpFile> newest() {
    return Optional.ofNullable(newestAmp);
  }

  /**
   * A module in a WAR.
   *
   * @param module what is installed; of another id where the AMP names that as its alias
   */
  public record Installation(Path war, InstalledModule module, Status status) {}

  /** How what is installed stands to the newest AMP. */
  public enum Status {
    /** The AMP is newer. */
    OUTDATED,
    /** Both are the same version. */
    CURRENT,
    /** What is installed is newer than any AMP found. */
    AHEAD,
    /** No AMP of the module was found. */
    UNMATCHED
  }
}
