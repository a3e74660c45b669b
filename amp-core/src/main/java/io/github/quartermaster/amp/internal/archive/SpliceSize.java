package io.github.quartermaster.amp.internal.archive;

import java.util.List;

/** Adds up what an archive will take, before it is written. */
final class SpliceSize {
  private SpliceSize() {}

  static long of(List<Step> steps, byte[] comment) {
    long size = (long) ZipFormat.END_LENGTH + comment.length;
    long entries = 0;
    long growth = 0;
    for (Step step : steps) {
      if (step instanceof Step.Kept kept) {
        size += kept.length();
        for (int i = kept.first(); i < kept.end(); i++) {
          size += kept.base().header(kept.base().entries().get(i)).length();
        }
        entries += kept.end() - kept.first();
      } else if (step instanceof Step.Written written) {
        size += ZipFormat.LOCAL_LENGTH + ZipFormat.CENTRAL_LENGTH + 2L * written.nameLength();
        size += written.mostBytes();
        growth += NewEntry.MOST_ZIP64_BYTES;
        entries++;
      }
    }
    growth += entries * CentralHeader.mostGrowth();
    boolean mayNeedZip64 = size + growth >= ZipFormat.SENTINEL_32;
    if (mayNeedZip64 || entries >= ZipFormat.SENTINEL_16) {
      size += ZipFormat.ZIP64_END_LENGTH + ZipFormat.ZIP64_LOCATOR_LENGTH;
    }
    return mayNeedZip64 ? size + growth : size;
  }
}
