package io.github.quartermaster.amp.maven.text;

import static java.util.Map.entry;

import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.maven.ParameterHint;
import java.util.Map;
import java.util.Optional;

/** Which parameter a problem's remedy is about; the core knows none. */
final class ProblemParameters {
  private static final Map<ProblemCode, String> NAMES =
      Map.ofEntries(
          entry(ProblemCode.DIRECTORY_UNREADABLE, "directories"),
          entry(ProblemCode.NO_AMPS, "directories"),
          entry(ProblemCode.TIER_ASSUMED, "tiers"),
          entry(ProblemCode.WAR_NOT_FOUND, "wars"),
          entry(ProblemCode.WAR_TIER_UNKNOWN, "tiers"),
          entry(ProblemCode.NO_WAR_FOR_TIER, "wars"),
          entry(ProblemCode.FILE_CONFLICT, "overwrite"),
          entry(ProblemCode.CORRELATED_BY_NAME, "correlate"),
          entry(ProblemCode.MODULE_NEEDED, "ignoreDependants"),
          entry(ProblemCode.BACKUP_NOT_FOUND, "backup"),
          entry(ProblemCode.BACKUP_FAILED, "backupDirectory"));

  private ProblemParameters() {}

  static Optional<ParameterHint> of(ProblemCode code) {
    return Optional.ofNullable(NAMES.get(code)).map(name -> new ParameterHint("amp", name));
  }
}
