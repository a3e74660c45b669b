package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.ZipFormat.SENTINEL_16;
import static io.github.quartermaster.amp.internal.archive.ZipFormat.SENTINEL_32;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes one archive, once: entries, central directory, end. */
final class SpliceWriter {
  private static final int VERSION_OF_ZIP64 = 45;

  private final SpliceOutput out;
  private final List<Step> steps;
  private final byte[] comment;

  SpliceWriter(SpliceOutput out, List<Step> steps, byte[] comment) {
    this.out = out;
    this.steps = steps;
    this.comment = comment;
  }

  void write() throws IOException {
    try (SpliceVerification verification = new SpliceVerification(steps)) {
      verification.start();
      writeAll(verification);
      verification.await();
      out.finish();
    }
  }

  private void writeAll(SpliceVerification verification) throws IOException {
    List<CentralSource> directory = new ArrayList<>(steps.size());
    try (ContentWriter contents = new ContentWriter(out)) {
      for (Step step : steps) {
        verification.throwIfFailed();
        if (step instanceof Step.Kept kept) {
          directory.add(new MovedEntries(kept, out.position() - kept.start()));
          out.transfer(kept.base().channel(), kept.start(), kept.length(), kept.base().location());
        } else if (step instanceof Step.Written written) {
          directory.add(contents.write(written));
        }
      }
    }
    long start = out.position();
    long entries = 0;
    for (CentralSource source : directory) {
      entries += source.writeCentral(out);
    }
    writeEnd(entries, start, out.position() - start);
  }

  private void writeEnd(long entries, long start, long size) throws IOException {
    if (entries >= SENTINEL_16 || start >= SENTINEL_32 || size >= SENTINEL_32) {
      writeZip64End(entries, start, size);
    }
    ByteBuffer buffer = out.room(ZipFormat.END_LENGTH);
    buffer.putInt(ZipFormat.END_SIGNATURE).putShort((short) 0).putShort((short) 0);
    short count = (short) Math.min(entries, SENTINEL_16);
    buffer.putShort(count).putShort(count);
    buffer.putInt((int) Math.min(size, SENTINEL_32)).putInt((int) Math.min(start, SENTINEL_32));
    buffer.putShort((short) comment.length);
    out.write(comment, 0, comment.length);
  }

  private void writeZip64End(long entries, long start, long size) throws IOException {
    long position = out.position();
    ByteBuffer buffer = out.room(ZipFormat.ZIP64_END_LENGTH + ZipFormat.ZIP64_LOCATOR_LENGTH);
    buffer.putInt(ZipFormat.ZIP64_END_SIGNATURE).putLong(ZipFormat.ZIP64_END_LENGTH - 12);
    buffer.putShort((short) VERSION_OF_ZIP64).putShort((short) VERSION_OF_ZIP64);
    buffer.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(size).putLong(start);
    buffer.putInt(ZipFormat.ZIP64_LOCATOR_SIGNATURE).putInt(0).putLong(position).putInt(1);
  }
}
