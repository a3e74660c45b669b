package io.github.quartermaster.sentinel.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What is set for one check: the values of its {@link Parameter}s, each of the type that its
 * accessor gives. Defaults are already in place. Immutable.
 */
public final class Settings {
  /** Nothing is set. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Takes values by the names of their parameters: {@code String}, {@link Secret}, {@code Long},
   * {@code Boolean}, {@link Duration}, {@link Path}, {@link Range}, {@code List<String>}, {@code
   * List<Long>}, {@code Map<String, String>} or {@code Map<String, Secret>}.
   */
  public static Settings of(Map<String, Object> values) {
    return new Settings(values);
  }

  /** The same with one value more, or another one in its place. */
  public Settings with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Settings(more);
  }

  /** Whether there is a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text, or nothing where none is set. */
  public Optional<String> text(String name) {
    return get(name, String.class);
  }

  /** A secret text, or nothing where none is set. */
  public Optional<Secret> secret(String name) {
    return get(name, Secret.class);
  }

  /** A whole number or a size in bytes, or nothing where none is set. */
  public Optional<Long> integer(String name) {
    return get(name, Long.class);
  }

  /** Whether something is switched on; false where nothing is set. */
  public boolean flag(String name) {
    return get(name, Boolean.class).orElse(false);
  }

  /** A time, or nothing where none is set. */
  public Optional<Duration> duration(String name) {
    return get(name, Duration.class);
  }

  /** A file or folder, absolute, or nothing where none is set. */
  public Optional<Path> path(String name) {
    return get(name, Path.class);
  }

  /** The values that are fine, or nothing where none is set. */
  public Optional<Range> range(String name) {
    return get(name, Range.class);
  }

  /** Texts; empty where none is set. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String name) {
    return get(name, List.class).orElse(List.of());
  }

  /** Whole numbers; empty where none is set. */
  @SuppressWarnings("unchecked")
  public List<Long> integers(String name) {
    return get(name, List.class).orElse(List.of());
  }

  /** Names and texts; empty where none is set. */
  @SuppressWarnings("unchecked")
  public Map<String, String> map(String name) {
    return get(name, Map.class).orElse(Map.of());
  }

  /** Names and secret texts; empty where none is set. */
  @SuppressWarnings("unchecked")
  public Map<String, Secret> secrets(String name) {
    return get(name, Map.class).orElse(Map.of());
  }

  /**
   * A value that the parameters say is always there.
   *
   * @throws NoSuchElementException if it is not
   */
  public static <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> new NoSuchElementException("nothing is set for " + name));
  }

  private <T> Optional<T> get(String name, Class<T> type) {
    Object value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          name + " is no " + type.getSimpleName() + " but a " + value.getClass().getSimpleName());
    }
    return Optional.ofNullable(type.cast(value));
  }

  /** The values, secrets as asterisks. */
  @Override
  public String toString() {
    return values.toString();
  }
}
