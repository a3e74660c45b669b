package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list; it may be empty although another follows.
 *
 * @param following where the list goes on, or null at its end; read it by {@link #next()}
 */
public record Page<T>(List<T> items, @Nullable String following) {
  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /** A list that is whole. */
  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, null);
  }

  /** Where the list goes on; empty at its end. */
  public Optional<String> next() {
    return Optional.ofNullable(following);
  }
}
