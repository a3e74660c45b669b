package io.github.quartermaster.amp.internal.archive;

import java.util.List;

/** Adds up what an archive will take, before it is written. */
final class SpliceSize {
  private long size;
  private long entries;
  private long growth;

  private SpliceSize(long size) {
    this.size = size;
  }

  static long of(List<Step> steps, byte[] comment) {
    return new SpliceSize((long) ZipFormat.END_LENGTH + comment.length).add(steps);
  }

  private long add(List<Step> steps) {
    Step.Kept previous = null;
    for (Step step : steps) {
      if (step instanceof Step.Kept kept) {
        size += kept.length();
        size += previous == null ? kept.base().directoryLength() : 0;
        dropHeaders(kept.base(), previous == null ? 0 : previous.end(), kept.first());
        entries += kept.end() - kept.first();
        previous = kept;
      } else if (step instanceof Step.Written written) {
        size += ZipFormat.LOCAL_LENGTH + ZipFormat.CENTRAL_LENGTH + 2L * written.nameLength();
        size += written.mostBytes();
        growth += NewEntry.MOST_ZIP64_BYTES;
        entries++;
      }
    }
    if (previous != null) {
      dropHeaders(previous.base(), previous.end(), previous.base().entries().size());
    }
    growth += entries * CentralHeader.mostGrowth();
    boolean mayNeedZip64 = size + growth >= ZipFormat.SENTINEL_32;
    if (mayNeedZip64 || entries >= ZipFormat.SENTINEL_16) {
      size += ZipFormat.ZIP64_END_LENGTH + ZipFormat.ZIP64_LOCATOR_LENGTH;
    }
    return mayNeedZip64 ? size + growth : size;
  }

  private void dropHeaders(ZipDirectory base, int first, int end) {
    for (ArchiveEntry entry : base.entries().subList(first, end)) {
      size -= base.header(entry).length();
    }
  }
}
