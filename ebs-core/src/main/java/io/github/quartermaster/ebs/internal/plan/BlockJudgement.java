package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.BLOCKS_DAMAGED;
import static io.github.quartermaster.ebs.model.ProblemCode.BLOCKS_DIFFER;

import io.github.quartermaster.ebs.model.BlockIndexes;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with snapshots by their blocks. */
public final class BlockJudgement {
  private static final String COPY_ANEW =
      "Do not rely on it: copy the snapshot anew, verify that copy, and then remove this one";

  private BlockJudgement() {}

  /** Everything that the readings show to be wrong. */
  public static List<Problem> problems(List<BlockReading> readings) {
    List<Problem> problems = new ArrayList<>();
    for (BlockReading reading : readings) {
      reading.unreadable().ifPresent(problems::add);
      reading.comparedWith().ifPresent(original -> compare(reading, original, problems));
      if (reading.damaged().isAny()) {
        problems.add(
            problem(
                BLOCKS_DAMAGED,
                reading,
                "the data of "
                    + blocks(reading.damaged())
                    + " of "
                    + reading.sampled()
                    + " that were read is not what its checksum says",
                "Do not rely on it: restore another one to see what is left, and back up anew"));
      }
    }
    return problems;
  }

  private static void compare(BlockReading reading, Snapshot original, List<Problem> problems) {
    String other = original.id() + " in " + original.region();
    if (reading.missing().isAny() || reading.extra().isAny()) {
      List<String> parts = new ArrayList<>();
      if (reading.missing().isAny()) {
        parts.add("it lacks " + blocks(reading.missing()) + " that " + other + " has");
      }
      if (reading.extra().isAny()) {
        parts.add("it has " + blocks(reading.extra()) + " that " + other + " lacks");
      }
      problems.add(problem(BLOCKS_DIFFER, reading, String.join(", and ", parts), COPY_ANEW));
    }
    if (reading.differing().isAny()) {
      problems.add(
          problem(
              BLOCKS_DIFFER,
              reading,
              "the data of "
                  + blocks(reading.differing())
                  + " of "
                  + reading.sampled()
                  + " that were read is not that of "
                  + other,
              COPY_ANEW));
    }
  }

  private static String blocks(BlockIndexes indexes) {
    return (indexes.count() == 1 ? "block " : "blocks ") + indexes;
  }

  private static Problem problem(
      ProblemCode code, BlockReading reading, String why, String remedy) {
    Snapshot snapshot = reading.snapshot();
    return Problem.error(
        code,
        snapshot.id(),
        "tried to verify the blocks of "
            + snapshot.id()
            + " of "
            + snapshot.sourceVolume()
            + " in "
            + snapshot.region()
            + "; "
            + why,
        remedy);
  }
}
