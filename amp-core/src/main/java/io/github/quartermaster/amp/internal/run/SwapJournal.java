package io.github.quartermaster.amp.internal.run;

import java.util.List;

/**
 * What is to be put in place for one WAR, as it lies in a file beside that WAR.
 *
 * <p>WARs that change together share a transaction. It is committed as soon as the journal of the
 * first of them lies in its place, and over when that journal is deleted, which happens last.
 *
 * @param war whose journal it is
 * @param transaction what its WARs have in common
 * @param wars all WARs of the transaction, the one that commits it first
 */
record SwapJournal(WarTarget war, String transaction, List<WarTarget> wars, List<SwapStep> steps) {

  SwapJournal {
    wars = List.copyOf(wars);
    steps = List.copyOf(steps);
  }

  /** The WAR whose journal commits the transaction. */
  WarTarget first() {
    return wars.get(0);
  }

  /** Whether this journal is the one that commits. */
  boolean commits() {
    return war.equals(first());
  }

  /** Whether both tell of the same change. */
  boolean belongsWith(SwapJournal other) {
    return transaction.equals(other.transaction) && first().equals(other.first());
  }
}
