package io.github.quartermaster.amp.model;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The identifier that a module declares as {@code module.id}.
 *
 * <p>It also names the module's folder in the WAR, so what could leave that folder ({@code .},
 * {@code ..}) or collide with the folder of the overwritten originals ({@code backup}) is refused,
 * although Alfresco's own pattern lets it pass.
 *
 * @param value letters, digits, {@code _}, {@code .} and {@code -}
 */
public record ModuleId(String value) implements Comparable<ModuleId> {
  private static final Pattern ALLOWED = Pattern.compile("[\\w.-]+");
  private static final Set<String> RESERVED = Set.of(".", "..", "backup");

  /**
   * Checks the identifier.
   *
   * @throws IllegalArgumentException if it holds a character that Alfresco refuses, or is reserved
   */
  public ModuleId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is not a module id; only letters, digits, '_', '.' and '-' may stand in it");
    }
    if (RESERVED.contains(value)) {
      throw new IllegalArgumentException(
          "'" + value + "' cannot be a module id; the name is reserved in the WAR");
    }
  }

  @Override
  public int compareTo(ModuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
