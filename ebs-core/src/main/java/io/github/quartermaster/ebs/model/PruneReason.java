package io.github.quartermaster.ebs.model;

/**
 * Why a snapshot goes or stays.
 *
 * @param text for people: a clause without a final stop
 */
public record PruneReason(Kind kind, String text) {
  /** The kinds of reason; the names are stable, reports carry them. */
  public enum Kind {
    /** It is one of the last. */
    LAST,
    /** It is the last of its day. */
    DAILY,
    /** It is the last of its week. */
    WEEKLY,
    /** It is the last of its month. */
    MONTHLY,
    /** It is the last of its year. */
    YEARLY,
    /** It is the newest whole one of its volume in its region, told where no rule keeps it. */
    NEWEST_GOOD,
    /** It is the newest of its volume, region and key, which the next one builds on; likewise. */
    NEWEST_OF_KEY,
    /** It is not whole: on its way, or in a state that is not known. */
    NOT_WHOLE,
    /** An image uses it. */
    IMAGE,
    /** It is locked. */
    LOCK,
    /** A later backup holds only what changed since it. */
    INCREMENT,
    /** It is being copied, or may be. */
    COPYING,
    /** Its run is not finished. */
    UNFINISHED_RUN,
    /** It carries our tag, but is not what our tags say. */
    NOT_OURS,
    /** What there is in its region is not known for sure. */
    REGION_UNSURE,
    /** No rule keeps it. */
    EXPIRED,
    /** It failed, and holds nothing. */
    BROKEN;

    /** Whether a snapshot goes for it, where no other reason keeps it. */
    public boolean isToGo() {
      return this == EXPIRED || this == BROKEN;
    }
  }
}
