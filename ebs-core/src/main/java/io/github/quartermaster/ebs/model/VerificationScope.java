package io.github.quartermaster.ebs.model;

/** Which of our snapshots are looked at, with their copies. */
public sealed interface VerificationScope {
  /** Those of a run. */
  record OfRun(RunId run) implements VerificationScope {}

  /** The newest of each volume. */
  record Newest() implements VerificationScope {}

  /** All of them. */
  record All() implements VerificationScope {}
}
