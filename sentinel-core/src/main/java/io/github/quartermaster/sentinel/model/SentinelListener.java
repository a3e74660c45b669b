package io.github.quartermaster.sentinel.model;

/**
 * Is told what happens during a call of the front door, one event at a time, by the thread that
 * called it.
 */
@FunctionalInterface
public interface SentinelListener {
  /** Hears nothing. */
  SentinelListener SILENT = event -> {};

  /** Takes one event; it should return quickly, since the work waits for it. */
  void on(SentinelEvent event);
}
