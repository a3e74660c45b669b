package io.github.quartermaster.amp.model;

import java.util.Locale;

/** The web application that a module extends: Alfresco's repository or Alfresco Share. */
public enum Tier {
  /** The repository, {@code alfresco.war}. */
  REPOSITORY,
  /** The Share user interface, {@code share.war}. */
  SHARE;

  /**
   * Reads what a user typed or what {@link #toString()} printed.
   *
   * @throws IllegalArgumentException if the text is neither {@code repository} nor {@code share},
   *     in any case; {@code repo} is taken too
   */
  public static Tier parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "repository", "repo" -> REPOSITORY;
      case "share" -> SHARE;
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' is not a tier; write repository or share");
    };
  }

  /** The lower-case name, as reports print it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
