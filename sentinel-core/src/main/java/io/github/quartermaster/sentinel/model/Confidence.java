package io.github.quartermaster.sentinel.model;

/** How far the first cause can be trusted, by how far it leads and by what else agrees. */
public enum Confidence {
  /** Act on it. */
  HIGH,
  /** Look there first. */
  MEDIUM,
  /** One of several. */
  LOW
}
