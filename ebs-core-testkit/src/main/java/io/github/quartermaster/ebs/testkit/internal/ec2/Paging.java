package io.github.quartermaster.ebs.testkit.internal.ec2;

/** How a describe cuts its answer into pages. */
public enum Paging {
  /** As it should. */
  SOUND,
  /** With an empty page first. */
  EMPTY_PAGE,
  /** With a token that is always the same. */
  STUCK_TOKEN
}
