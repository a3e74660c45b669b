package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;

/**
 * Entries that were kept and now lie elsewhere.
 *
 * @param distance by how many bytes they moved; negative towards the beginning
 */
record MovedEntries(Step.Kept kept, long distance) implements CentralSource {
  @Override
  public int writeCentral(SpliceOutput out) throws IOException {
    ZipDirectory base = kept.base();
    for (int i = kept.first(); i < kept.end(); i++) {
      ArchiveEntry entry = base.entries().get(i);
      byte[] header = base.header(entry).moveTo(entry.offset() + distance);
      out.write(header, 0, header.length);
    }
    return kept.end() - kept.first();
  }
}
