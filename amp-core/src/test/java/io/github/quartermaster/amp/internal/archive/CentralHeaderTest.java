package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.extra;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.zip64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Headers of entries that move, above all across the 4 GiB line. */
class CentralHeaderTest {
  private static final Path FILE = Path.of("a.war");
  private static final long FAR = 5L << 30;
  private static final byte[] TIMES = extra(0x5455, new byte[] {1, 2, 3, 4, 5});

  private final EntryBytes entry = stored("dir/ä.txt", "content");

  @Test
  void moving_within_4_gib_changes_the_offset_and_nothing_else() throws IOException {
    entry.centralExtra = TIMES;
    entry.comment = "comment".getBytes(UTF_8);

    byte[] moved = moveTo(0xffff_fffeL);

    byte[] expected = entry.central(0xffff_fffeL);
    assertThat(moved).isEqualTo(expected);
  }

  @Test
  void moving_beyond_4_gib_adds_a_zip64_field() throws IOException {
    entry.centralExtra = TIMES;
    entry.comment = "comment".getBytes(UTF_8);

    byte[] moved = moveTo(FAR);

    assertThat(moved).hasSize(entry.central(0).length + CentralHeader.mostGrowth());
    assertThat(parse(moved)).isEqualTo(withOffset(FAR));
    assertThat(contains(moved, TIMES)).isTrue();
    assertThat(new String(moved, UTF_8)).endsWith("comment");
  }

  @Test
  void moving_beyond_4_gib_extends_a_zip64_field() throws IOException {
    entry.size = entry.compressedSize = -1;
    entry.centralExtra = concat(TIMES, zip64(7, 7), TIMES);

    byte[] moved = moveTo(FAR);

    assertThat(moved).hasSize(entry.central(0).length + 8);
    assertThat(parse(moved)).isEqualTo(withOffset(FAR));
    assertThat(parse(moved).size()).isEqualTo(7);
  }

  @Test
  void a_zip64_field_nobody_needs_makes_way_for_one_that_is_needed() throws IOException {
    entry.centralExtra = zip64(7, 7);

    byte[] moved = moveTo(FAR);

    assertThat(parse(moved)).isEqualTo(withOffset(FAR));
    assertThat(parse(moved).size()).isEqualTo(7);
  }

  @Test
  void a_volume_number_in_a_zip64_field_goes_back_to_its_place() throws IOException {
    entry.size = -1;
    entry.disk = 0xffff;
    byte[] sizeAndVolume = extra(1, new byte[] {7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    entry.centralExtra = sizeAndVolume;

    assertThat(parse(moveTo(FAR))).isEqualTo(withOffset(FAR));
  }

  @Test
  void an_offset_in_a_zip64_field_is_changed_there() throws IOException {
    entry.size = -1;
    entry.offset = 0xffff_ffffL;
    entry.centralExtra = concat(TIMES, zip64(7, FAR));

    assertThat(parse(moveTo(FAR + 1))).isEqualTo(withOffset(FAR + 1));
    assertThat(parse(moveTo(1))).isEqualTo(withOffset(1));
    assertThat(moveTo(FAR)).isEqualTo(entry.central(0));
  }

  @Test
  void no_room_for_a_zip64_field_is_an_error_and_no_broken_header() {
    entry.centralExtra = extra(0x7777, new byte[65_520]);
    assertThatThrownBy(() -> moveTo(FAR))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("cannot be moved beyond 4 GiB");
  }

  @Test
  void trailing_rubbish_in_extra_fields_is_kept() throws IOException {
    entry.centralExtra = concat(TIMES, new byte[] {1, 0, 99});
    assertThat(moveTo(77)).isEqualTo(entry.central(77));
    entry.centralExtra = concat(TIMES, new byte[] {2, 0, 99, 0});
    assertThat(moveTo(77)).isEqualTo(entry.central(77));
  }

  private byte[] moveTo(long offset) throws IOException {
    return CentralHeader.at(entry.central(0), 0, FILE).moveTo(offset);
  }

  private ArchiveEntry withOffset(long offset) {
    return new ArchiveEntry("dir/ä.txt", 7, 7, entry.crc32, 0, 0, entry.dosTime, offset, 0);
  }

  private static ArchiveEntry parse(byte[] header) throws IOException {
    CentralHeader parsed = CentralHeader.at(header, 0, FILE);
    assertThat(parsed.length()).isEqualTo(header.length);
    return parsed.parse();
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
