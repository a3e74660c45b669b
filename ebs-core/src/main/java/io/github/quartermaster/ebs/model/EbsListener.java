package io.github.quartermaster.ebs.model;

/**
 * Is told what happens during a call of the front door, one event at a time. An exception that it
 * throws ends the call as a crash would: what was begun is finished by the next call.
 */
@FunctionalInterface
public interface EbsListener {
  /** Hears nothing. */
  EbsListener SILENT = event -> {};

  /** Takes one event; it should return quickly, since the work waits for it. */
  void on(EbsEvent event);
}
