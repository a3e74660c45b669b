package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.RunId;
import java.nio.file.Path;

/** Where the journal of a run lies: what was intended and done, synced to disk. */
public sealed interface JournalPlace {
  /** The file of a run. */
  Path file(RunId run);

  /** One file a run, {@code ebs-<run>.journal}, in a folder that is made if need be. */
  record Directory(Path directory) implements JournalPlace {
    @Override
    public Path file(RunId run) {
      return directory.resolve("ebs-" + run + ".journal");
    }
  }

  /** This very file. */
  record File(Path path) implements JournalPlace {
    @Override
    public Path file(RunId run) {
      return path;
    }
  }
}
