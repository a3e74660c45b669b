package io.github.quartermaster.sentinel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set for a check. From it come the check of the configuration, the schema
 * for editors and the help of the providers.
 *
 * @param name lower-case letters and hyphens, as in the configuration
 * @param type what may be written
 * @param unit for limits the unit of the value that they judge: {@code %}, {@code s}, {@code B} or
 *     empty
 * @param choices for {@link Type#CHOICE} the words to choose from
 * @param defaultText what holds where nothing is written, as it would be written; null where
 *     nothing holds then
 * @param required whether it must be written
 * @param description what it means, in one sentence without a final stop
 */
public record Parameter(
    String name,
    Type type,
    String unit,
    List<String> choices,
    @Nullable String defaultText,
    boolean required,
    String description) {
  /** What may be written, and which accessor of {@link Settings} gives it. */
  public enum Type {
    /** Any text; {@link Settings#text}. */
    TEXT,
    /** A text that is never shown; {@link Settings#secret}. */
    SECRET,
    /** A whole number; {@link Settings#integer}. */
    INTEGER,
    /** {@code true} or {@code false}; {@link Settings#flag}. */
    FLAG,
    /**
     * A time such as {@code 500ms}, {@code 2s}, {@code 5m}, {@code 3d}; {@link Settings#duration}.
     */
    DURATION,
    /** A size such as {@code 64KiB}, in bytes; {@link Settings#integer}. */
    SIZE,
    /** A file or folder; {@link Settings#path}. */
    PATH,
    /** One of several words; {@link Settings#text}. */
    CHOICE,
    /**
     * Values above are bad; or a range of Nagios; {@link Settings#range}. {@code 80} is {@code
     * ~:80}.
     */
    UPPER_LIMIT,
    /**
     * Values below are bad; or a range of Nagios; {@link Settings#range}. {@code 3} is {@code 3:}.
     */
    LOWER_LIMIT,
    /** A list of texts; a single text counts as a list of one; {@link Settings#texts}. */
    TEXTS,
    /** A list of whole numbers; a single one counts as a list of one; {@link Settings#integers}. */
    INTEGERS,
    /** Names and texts; {@link Settings#map}. */
    MAP,
    /** Names and texts that are never shown; {@link Settings#secrets}. */
    SECRETS
  }

  /** Copies the list. */
  public Parameter {
    choices = List.copyOf(choices);
  }

  /** Something that may be left out. */
  public static Parameter optional(String name, Type type, String description) {
    return new Parameter(name, type, "", List.of(), null, false, description);
  }

  /** Something that must be written. */
  public static Parameter required(String name, Type type, String description) {
    return new Parameter(name, type, "", List.of(), null, true, description);
  }

  /** A limit, above which ({@link Type#UPPER_LIMIT}) or below which values are bad. */
  public static Parameter limit(String name, Type type, String unit, String description) {
    return new Parameter(name, type, unit, List.of(), null, false, description);
  }

  /** One of several words. */
  public static Parameter choice(String name, List<String> choices, String description) {
    return new Parameter(name, Type.CHOICE, "", choices, null, false, description);
  }

  /** The same with what holds where nothing is written. */
  public Parameter defaultsTo(String text) {
    return new Parameter(name, type, unit, choices, text, false, description);
  }
}
