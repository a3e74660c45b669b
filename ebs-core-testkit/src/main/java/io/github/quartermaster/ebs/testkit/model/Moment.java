package io.github.quartermaster.ebs.testkit.model;

/** The points of a request's life at which a {@link RequestHook} is called, in their order. */
public enum Moment {
  /** The request is here; nothing has been done. */
  BEFORE_ACTION,
  /**
   * It has been done; the client knows nothing of it yet. Not reached where a fault prevents it.
   */
  AFTER_ACTION,
  /** The first half of the answer's body has been sent. Not reached where a fault sends none. */
  MID_ANSWER,
  /** The answer has been sent, or what a fault left of it. */
  AFTER_ANSWER
}
