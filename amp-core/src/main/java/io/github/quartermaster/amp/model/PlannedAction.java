package io.github.quartermaster.amp.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What happens to one module in one WAR, and why. What is refused is no action but a {@link
 * Problem}.
 */
public sealed interface PlannedAction {

  /** The module's id; after an upgrade through an alias, the new one. */
  ModuleId module();

  /** The word for it in reports: {@code install}, {@code upgrade} ... */
  String name();

  /** The version that is in the WAR before, if one is. */
  Optional<ModuleVersion> from();

  /** The version that the AMP has, where it is about one. */
  Optional<ModuleVersion> to();

  /** Why, in a short clause. */
  String reason();

  /** Whether it changes the WAR. */
  default boolean changesWar() {
    return !(this instanceof Skip) && !(this instanceof Absent);
  }

  /** The AMP that it is about, if it is about one. */
  default Optional<AmpFile> source() {
    return this instanceof OfAmp ofAmp ? Optional.of(ofAmp.amp()) : Optional.empty();
  }

  /** What happens because an AMP of the module was found. */
  sealed interface OfAmp extends PlannedAction {
    /** The AMP that it is about. */
    AmpFile amp();

    @Override
    default ModuleId module() {
      return amp().module().id();
    }

    @Override
    default Optional<ModuleVersion> to() {
      return Optional.of(amp().module().version());
    }
  }

  /** A module comes in that was not there. */
  record Install(AmpFile amp, String reason) implements OfAmp {
    @Override
    public String name() {
      return "install";
    }

    @Override
    public Optional<ModuleVersion> from() {
      return Optional.empty();
    }
  }

  /**
   * A module that is there gives way to an AMP.
   *
   * @param kind whether the AMP is newer, older or the same version
   * @param installed what is there, or comes along with another AMP; of another id where an alias
   *     or the file name related them
   */
  record Replace(Kind kind, InstalledModule installed, AmpFile amp, String reason)
      implements OfAmp {
    @Override
    public String name() {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<ModuleVersion> from() {
      return Optional.of(installed.module().version());
    }

    /** How the AMP's version stands to the installed one. */
    public enum Kind {
      /** The AMP is newer. */
      UPGRADE,
      /** The AMP is older, and the user allowed that. */
      DOWNGRADE,
      /** Both are the same version, and the user asked for it. */
      REINSTALL,
      /** Both are the same version, which goes by a new id. */
      RENAME
    }
  }

  /** A module stays as it is, although an AMP of it was found. */
  record Skip(InstalledModule installed, AmpFile amp, String reason) implements OfAmp {
    @Override
    public String name() {
      return "skip";
    }

    @Override
    public Optional<ModuleVersion> from() {
      return Optional.of(installed.module().version());
    }
  }

  /** A module that is there goes. */
  record Uninstall(InstalledModule installed, String reason) implements PlannedAction {
    @Override
    public ModuleId module() {
      return installed.id();
    }

    @Override
    public String name() {
      return "uninstall";
    }

    @Override
    public Optional<ModuleVersion> from() {
      return Optional.of(installed.module().version());
    }

    @Override
    public Optional<ModuleVersion> to() {
      return Optional.empty();
    }
  }

  /** A module that was to go is not there. */
  record Absent(ModuleId module, String reason) implements PlannedAction {
    @Override
    public String name() {
      return "absent";
    }

    @Override
    public Optional<ModuleVersion> from() {
      return Optional.empty();
    }

    @Override
    public Optional<ModuleVersion> to() {
      return Optional.empty();
    }
  }
}
