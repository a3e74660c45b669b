package io.github.quartermaster.amp.internal.archive;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The way that we open a zip archive, and the way of a library that judges it: they are to agree on
 * everything.
 */
enum ZipReader {
  OWN {
    @Override
    ZipTree open(Path file, ArchiveLimits limits) throws IOException {
      return ZipDirectory.open(file, limits);
    }
  },
  COMMONS_COMPRESS {
    @Override
    ZipTree open(Path file, ArchiveLimits limits) throws IOException {
      return ZipArchive.open(file, limits);
    }
  };

  abstract ZipTree open(Path file, ArchiveLimits limits) throws IOException;

  ZipTree open(Path file) throws IOException {
    return open(file, ArchiveLimits.DEFAULTS);
  }
}
