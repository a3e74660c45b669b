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
  private static final int LONGEST = 255;
  private static final Set<String> RESERVED = Set.of(".", "..", "backup");

  /**
   * Checks the identifier.
   *
   * @throws IllegalArgumentException if it holds a character that Alfresco refuses, is reserved, or
   *     has more than 255 characters
   */
  public ModuleId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          QuotedText.of(value)
              + " is not a module id; only letters, digits, '_', '.' and '-' may stand in it");
    }
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(
          QuotedText.of(value)
              + " cannot be a module id; with "
              + value.length()
              + " characters it is longer than a folder's name can be");
    }
    if (RESERVED.contains(value)) {
      throw new IllegalArgumentException(
          "'" + value + "' cannot be a module id; the name is reserved in the WAR");
    }
  }

  /** Whether a text can be an identifier. */
  public static boolean isValid(String text) {
    return text.length() <= LONGEST && ALLOWED.matcher(text).matches() && !RESERVED.contains(text);
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
