package io.github.quartermaster.sentinel;

/**
 * Is told what happens while watching, one event at a time, by the thread that watches. It should
 * return quickly, since watching waits for it.
 */
@FunctionalInterface
public interface WatchListener {
  /** Takes one event. */
  void on(WatchEvent event);
}
