package io.github.quartermaster.sentinel.model;

/** Whose trouble a provider's finding can be. */
public enum Blame {
  /** Only the component's own: a disk does not fill up because something below it is sick. */
  OWN,
  /** Also that of something it depends on: a slow page may be a slow database. */
  INHERITABLE
}
