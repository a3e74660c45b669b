package io.github.quartermaster.ebs.maven.text;

import static java.util.Map.entry;

import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.maven.ParameterHint;
import java.util.Map;
import java.util.Optional;

/** Which parameter a problem's remedy is about; the core knows none. */
final class ProblemParameters {
  private static final Map<ProblemCode, String> NAMES =
      Map.ofEntries(
          entry(ProblemCode.VOLUMES_FILE_UNREADABLE, "volumesFile"),
          entry(ProblemCode.VOLUMES_FILE_MALFORMED, "volumesFile"),
          entry(ProblemCode.DUPLICATE_VOLUME, "volumesFile"),
          entry(ProblemCode.VOLUME_NOT_FOUND, "region"),
          entry(ProblemCode.CREDENTIALS_REFUSED, "profile"),
          entry(ProblemCode.COST_TOO_HIGH, "maxCost"),
          entry(ProblemCode.PRUNE_TOO_MUCH, "maxPrune"),
          entry(ProblemCode.PRUNE_UNSURE, "regions"),
          entry(ProblemCode.SNAPSHOT_ARCHIVED, "level"),
          entry(ProblemCode.KEY_UNUSABLE, "kmsKeyId"),
          entry(ProblemCode.SET_IMPOSSIBLE, "consistency"),
          entry(ProblemCode.NOT_FINISHED, "timeout"),
          entry(ProblemCode.RESTORE_IMPOSSIBLE, "volumes"),
          entry(ProblemCode.DRILL_FAILED, "hook"),
          entry(ProblemCode.DRILL_LEFT, "sweep"),
          entry(ProblemCode.FREEZE_FAILED, "freeze"),
          entry(ProblemCode.THAW_FAILED, "thaw"),
          entry(ProblemCode.JOURNAL_UNREADABLE, "journal"),
          entry(ProblemCode.JOURNAL_UNWRITABLE, "journal"),
          entry(ProblemCode.RUN_LOCKED, "run"),
          entry(ProblemCode.RUN_UNKNOWN, "run"));

  private ProblemParameters() {}

  static Optional<ParameterHint> of(ProblemCode code) {
    return Optional.ofNullable(NAMES.get(code)).map(name -> new ParameterHint("ebs", name));
  }
}
