package io.github.quartermaster.amp.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one WAR differs from another.
 *
 * @param before the one that is compared with
 * @param after the other one
 * @param modules the modules that differ, by id
 * @param libraries the libraries that differ, by name
 * @param files all other files that differ, by path; not those in which installers keep their
 *     records
 */
public record WarComparison(
    WarInventory before,
    WarInventory after,
    List<Change> modules,
    List<Change> libraries,
    List<Change> files) {

  /** Copies the lists. */
  public WarComparison {
    modules = List.copyOf(modules);
    libraries = List.copyOf(libraries);
    files = List.copyOf(files);
  }

  /** Whether nothing differs. */
  public boolean isSame() {
    return modules.isEmpty() && libraries.isEmpty() && files.isEmpty();
  }

  /** How something differs. */
  public enum Kind {
    /** Only the second WAR has it. */
    ADDED,
    /** Only the first WAR has it. */
    REMOVED,
    /** The second WAR has a newer version. */
    NEWER,
    /** The second WAR has an older version. */
    OLDER,
    /** Both have it, with another content. */
    CHANGED
  }

  /**
   * Something that differs.
   *
   * @param name a module's id, a library's name, a file's path
   * @param from the first WAR's version (of a library the name of its file), or null; read it by
   *     {@link #before()}
   * @param to the second WAR's, or null; read it by {@link #after()}
   */
  public record Change(Kind kind, String name, @Nullable String from, @Nullable String to) {
    /** What the first WAR has. */
    public Optional<String> before() {
      return Optional.ofNullable(from);
    }

    /** What the second WAR has. */
    public Optional<String> after() {
      return Optional.ofNullable(to);
    }
  }
}
