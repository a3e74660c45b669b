package io.github.quartermaster.amp.model;

/**
 * Is told what happens during a call of the front door. An exception that it throws ends the call
 * as a crash would: nothing is half-done, and the next call cleans up.
 */
@FunctionalInterface
public interface AmpListener {
  /** Hears nothing. */
  AmpListener SILENT = event -> {};

  /** Takes one event; it should return quickly, since the work waits for it. */
  void on(AmpEvent event);
}
