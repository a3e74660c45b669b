package io.github.quartermaster.sentinel.daemon;

/**
 * Is told what happens to a daemon. It is called by several threads, one at a time, and should
 * return quickly.
 */
@FunctionalInterface
public interface DaemonListener {
  /** Takes one event. */
  void on(DaemonEvent event);
}
