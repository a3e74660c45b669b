package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import java.util.List;

/**
 * What carrying a plan out achieved.
 *
 * @param changed whether anything was created, tagged or removed
 */
public record RunResult(List<VolumeOutcome> volumes, List<Problem> warnings, boolean changed) {
  /** Copies the lists. */
  public RunResult {
    volumes = List.copyOf(volumes);
    warnings = List.copyOf(warnings);
  }
}
