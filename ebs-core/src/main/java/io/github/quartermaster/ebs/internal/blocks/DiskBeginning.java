package io.github.quartermaster.ebs.internal.blocks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Recognises what a disk begins with, by the marks that the formats' own descriptions give: UEFI
 * for GPT, ext4's and XFS' and btrfs' disk layouts, LVM2's label, LUKS' header, Linux' swap
 * signature, NTFS' and FAT's boot sectors.
 */
public final class DiskBeginning {
  private static final int SECTOR = 512;
  private static final int BTRFS_SUPER_BLOCK = 64 * 1024;

  /** A format, and the bytes that it has at a place. */
  private record Mark(String name, int at, String bytes) {}

  /** What stands for more comes first: a disk with a GPT has an MBR that protects it. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark("GPT partition table", SECTOR, "EFI PART"),
          new Mark("GPT partition table", 4096, "EFI PART"),
          new Mark("LUKS", 0, "LUKS\u00BA\u00BE"),
          new Mark("LVM physical volume", SECTOR, "LABELONE"),
          new Mark("LVM physical volume", 0, "LABELONE"),
          new Mark("XFS", 0, "XFSB"),
          new Mark("btrfs", BTRFS_SUPER_BLOCK + 64, "_BHRfS_M"),
          new Mark("ext2, ext3 or ext4", 1024 + 56, "S\u00EF"),
          new Mark("Linux swap", 4096 - 10, "SWAPSPACE2"),
          new Mark("NTFS", 3, "NTFS    "),
          new Mark("FAT", 82, "FAT32   "),
          new Mark("FAT", 54, "FAT"),
          new Mark("MBR partition table", SECTOR - 2, "U\u00AA"));

  private DiskBeginning() {}

  /** What it looks like; empty where nothing known is found. */
  public static Optional<String> of(ByteBuffer data) {
    return MARKS.stream()
        .filter(mark -> begins(data, mark.at, mark.bytes.getBytes(StandardCharsets.ISO_8859_1)))
        .map(Mark::name)
        .findFirst();
  }

  private static boolean begins(ByteBuffer data, int at, byte[] bytes) {
    int start = data.position() + at;
    if (start + bytes.length > data.limit()) {
      return false;
    }
    return data.slice(start, bytes.length).equals(ByteBuffer.wrap(bytes));
  }
}
