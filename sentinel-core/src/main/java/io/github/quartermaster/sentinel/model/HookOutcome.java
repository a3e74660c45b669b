package io.github.quartermaster.sentinel.model;

/** What became of something that another monitor sent. */
public sealed interface HookOutcome {
  /**
   * It was taken.
   *
   * @param news whether it told of an alert about a component that begins, changes or ends, so that
   *     it is worth looking at once
   */
  record Taken(boolean news) implements HookOutcome {}

  /** There is no source of that name to which anything is sent. */
  record NoSuchHook() implements HookOutcome {}

  /**
   * It is larger than anything that is taken.
   *
   * @param mostBytes how much that is
   */
  record TooLarge(int mostBytes) implements HookOutcome {}

  /**
   * It could not be understood, or there was no room.
   *
   * @param reason why; safe to print, and without what was sent
   */
  record Refused(String reason) implements HookOutcome {}
}
