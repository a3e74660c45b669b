package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.WatchEvent;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a daemon. */
public sealed interface DaemonEvent {
  /**
   * It reads its configuration for the first time, and can write to its log from now on.
   *
   * @param settings how it is to run
   */
  record Configured(WatchSettings settings) implements DaemonEvent {}

  /**
   * It has all that it needs, and begins to watch.
   *
   * @param checks how many checks there are
   * @param url where it listens, or null where it does not; read it by {@link #page()}
   */
  record Started(int checks, @Nullable URI url) implements DaemonEvent {
    /** Where it listens. */
    public Optional<URI> page() {
      return Optional.ofNullable(url);
    }
  }

  /**
   * Something happened while watching.
   *
   * @param event what
   */
  record Watched(WatchEvent event) implements DaemonEvent {}

  /**
   * It goes on by a configuration that was read anew.
   *
   * @param checks how many checks there are now
   * @param later what of it holds only after a restart, such as where it listens
   */
  record Reloaded(int checks, List<String> later) implements DaemonEvent {
    /** Copies the list. */
    public Reloaded {
      later = List.copyOf(later);
    }
  }

  /**
   * The configuration changed and cannot be used; it goes on by the old one.
   *
   * @param problems all that is wrong
   */
  record ReloadRefused(List<Problem> problems) implements DaemonEvent {
    /** Copies the list. */
    public ReloadRefused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Something went wrong that it goes on with.
   *
   * @param problem what, and the way out
   */
  record Trouble(Problem problem) implements DaemonEvent {}

  /** It is about to stop, since it was told to. */
  record Stopping() implements DaemonEvent {}
}
