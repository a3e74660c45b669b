package io.github.quartermaster.ebs.internal.read;

import static io.github.quartermaster.ebs.model.ProblemCode.BLOCKS_UNREADABLE;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one snapshot in the order of their indexes, a page at a time: a full volume of 16
 * TiB has 33 million. For use by one thread.
 */
final class BlockWalk {
  /** Pages with nothing on them, one after another; each honest one covers some of the volume. */
  private static final int MOST_EMPTY_PAGES = 10_000;

  private final BlockStorage storage;
  private final Patience patience;
  private final Snapshot snapshot;
  private Iterator<BlockReference> page = List.<BlockReference>of().iterator();
  private @Nullable String next;
  private boolean begun;
  private boolean renewed;
  private int emptyPages;
  private int last = -1;
  private long count;

  BlockWalk(BlockStorage storage, Patience patience, Snapshot snapshot) {
    this.storage = storage;
    this.patience = patience;
    this.snapshot = snapshot;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** How many blocks have come. */
  long count() {
    return count;
  }

  /**
   * The next block, or null at the end.
   *
   * @throws EbsException if the blocks cannot be listed
   */
  @Nullable BlockReference advance() {
    while (!page.hasNext()) {
      if (begun && next == null) {
        return null;
      }
      turn();
    }
    BlockReference block = page.next();
    if (block.index() <= last) {
      throw unreadable("its blocks are not in order: " + block.index() + " after " + last);
    }
    if (block.index() >= snapshot.sizeGib() * BlockReference.PER_GIB) {
      throw unreadable("block " + block.index() + " is beyond its " + snapshot.sizeGib() + " GiB");
    }
    last = block.index();
    count++;
    return block;
  }

  private void turn() {
    String from = next;
    Answer<Page<BlockReference>> answer =
        patience.ask(
            "list the blocks of " + name(),
            () -> storage.blocks(snapshot.region(), snapshot.id(), last + 1, from));
    if (answer instanceof Refused<Page<BlockReference>> no
        && no.reason() == Refused.Reason.INVALID
        && from != null
        && !renewed) {
      // where to go on is forgotten after an hour; the index is not
      renewed = true;
      next = null;
      begun = false;
      return;
    }
    Page<BlockReference> told = sure(answer);
    begun = true;
    renewed &= told.items().isEmpty();
    page = told.items().iterator();
    next = told.next().orElse(null);
    emptyPages = told.items().isEmpty() ? emptyPages + 1 : 0;
    if (emptyPages > MOST_EMPTY_PAGES || (next != null && next.equals(from))) {
      throw unreadable("its list of blocks goes round in circles");
    }
  }

  /**
   * The data of a block.
   *
   * @throws EbsException if it cannot be read
   */
  Block read(BlockReference block) {
    return sure(
        patience.ask(
            "read block " + block.index() + " of " + name(),
            () -> storage.block(snapshot.region(), snapshot.id(), block)));
  }

  private <T> T sure(Answer<T> answer) {
    if (answer instanceof Answer.Done<T> done) {
      return done.value();
    }
    // patience gives nothing else
    Refused<T> no = (Refused<T>) answer;
    throw switch (no.reason()) {
      case PERMISSION, CREDENTIALS ->
          new EbsException(problem(ProblemCode.PERMISSION_DENIED, no.why(), rights()));
      case NOT_FOUND ->
          new EbsException(
              problem(
                  ProblemCode.SNAPSHOT_LOST,
                  no.why(),
                  "Find out who removes snapshots, and verify again"));
      default -> unreadable(no.why());
    };
  }

  private String rights() {
    String rights = "Allow these credentials to list and read blocks of snapshots";
    return snapshot.encrypted()
        ? rights + ", and to decrypt (kms:Decrypt) with the key " + snapshot.kmsKeyId()
        : rights;
  }

  private EbsException unreadable(String why) {
    return new EbsException(problem(BLOCKS_UNREADABLE, why, "Mend what it says, and verify again"));
  }

  private Problem problem(ProblemCode code, String why, String remedy) {
    return Problem.error(
        code, snapshot.id(), "tried to read the blocks of " + name() + "; " + why, remedy);
  }

  private String name() {
    return snapshot.id() + " in " + snapshot.region();
  }
}
