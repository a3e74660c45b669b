package io.github.quartermaster.ebs.internal.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskBeginningTest {
  @ParameterizedTest
  @CsvSource({
    "GPT partition table, 512, EFI PART",
    "MBR partition table, 510, U\u00AA",
    "XFS, 0, XFSB",
    "btrfs, 65600, _BHRfS_M",
    "'ext2, ext3 or ext4', 1080, S\u00EF",
    "Linux swap, 4086, SWAPSPACE2",
    "NTFS, 3, 'NTFS    '",
    "LVM physical volume, 512, LABELONE",
    "LUKS, 0, LUKS\u00BA\u00BE",
  })
  void what_a_disk_begins_with_is_known_by_its_mark(String name, int at, String mark) {
    byte[] data = new byte[512 * 1024];
    byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, data, at, bytes.length);

    assertThat(DiskBeginning.of(ByteBuffer.wrap(data))).contains(name);
  }

  @Test
  void nothing_is_made_of_zeros_or_of_too_little() {
    assertThat(DiskBeginning.of(ByteBuffer.allocate(512 * 1024))).isEmpty();
    assertThat(DiskBeginning.of(ByteBuffer.allocate(3))).isEmpty();
  }

  @Test
  void a_protective_boot_record_is_not_taken_for_the_table_itself() {
    byte[] data = new byte[4096];
    data[510] = 0x55;
    data[511] = (byte) 0xAA;
    System.arraycopy("EFI PART".getBytes(StandardCharsets.US_ASCII), 0, data, 512, 8);

    assertThat(DiskBeginning.of(ByteBuffer.wrap(data))).contains("GPT partition table");
  }
}
