package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.List;

/**
 * What a volumes file says.
 *
 * @param specs the lines that can be understood, in their order
 * @param problems everything that is wrong, in the order of the lines; an error means that nothing
 *     of the file is to be acted on
 */
public record VolumesFileContent(List<VolumeSpec> specs, List<Problem> problems) {
  /** Copies the lists. */
  public VolumesFileContent {
    specs = List.copyOf(specs);
    problems = List.copyOf(problems);
  }

  /** Whether nothing of the file is to be acted on. */
  public boolean isMalformed() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
