package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.WarEdit.Source.FromAmp;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The AMPs that a run copies from; each is opened once, at its first use. */
final class OpenAmps implements Closeable {
  private final ArchiveLimits limits;
  private final Map<Path, ArchiveTree> trees = new HashMap<>();

  OpenAmps(ArchiveLimits limits) {
    this.limits = limits;
  }

  ArchiveTree tree(Path amp) throws IOException {
    ArchiveTree tree = trees.get(amp);
    if (tree == null) {
      tree =
          Files.isDirectory(amp) ? ExplodedTree.open(amp, limits) : ZipDirectory.open(amp, limits);
      trees.put(amp, tree);
    }
    return tree;
  }

  /**
   * A file of an AMP, still the one that the plan was made for.
   *
   * @throws IOException if the AMP was changed since
   */
  ArchiveEntry entry(FromAmp source) throws IOException {
    ArchiveTree tree = tree(source.amp());
    ArchiveEntry entry = tree.find(source.entry()).orElseThrow(() -> changed(source));
    Fingerprint planned = source.fingerprint();
    boolean same =
        entry.size() == planned.size()
            && (planned.crc32() == Fingerprint.UNREAD
                || planned.crc32() == tree.fingerprint(entry).crc32());
    if (!same) {
      throw changed(source);
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (ArchiveTree tree : trees.values()) {
      try {
        tree.close();
      } catch (IOException refused) {
        failure = refused;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static IOException changed(FromAmp source) {
    return new IOException(
        source.entry() + " in the AMP " + source.amp() + " was changed during the run");
  }
}
