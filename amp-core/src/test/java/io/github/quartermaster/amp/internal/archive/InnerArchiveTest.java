package io.github.quartermaster.amp.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InnerArchiveTest {
  private static final int LIMIT = 1000;

  @Test
  void wanted_files_are_found_packed_or_not_and_others_are_not_looked_at() {
    byte[] zip = zip("a".repeat(500), "stored", "x".repeat(100_000));

    Map<String, byte[]> found = InnerArchive.find(zip, name -> !name.equals("large"), LIMIT);

    assertThat(found.keySet()).containsExactly("deflated", "stored");
    assertThat(found.get("deflated")).asString().isEqualTo("a".repeat(500));
    assertThat(found.get("stored")).asString().isEqualTo("stored");
  }

  @Test
  void file_that_is_larger_than_expected_is_left_out() {
    byte[] zip = zip("a", "stored", "x".repeat(100_000));

    assertThat(InnerArchive.find(zip, name -> true, LIMIT)).containsOnlyKeys("deflated", "stored");
  }

  @Test
  void small_archive_of_many_large_files_does_not_fill_the_memory() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 100; i++) {
        zip.putNextEntry(new ZipEntry("zeros-" + i));
        zip.write(new byte[1 << 20]);
      }
    }

    Map<String, byte[]> found = InnerArchive.find(bytes.toByteArray(), name -> true, 1 << 20);

    assertThat(found.values().stream().mapToLong(content -> content.length).sum())
        .isPositive()
        .isLessThanOrEqualTo(16 << 20);
  }

  @Test
  void what_is_no_archive_holds_nothing() {
    assertThat(InnerArchive.find(new byte[0], name -> true, LIMIT)).isEmpty();
    assertThat(InnerArchive.find(new byte[1000], name -> true, LIMIT)).isEmpty();
  }

  @Property(tries = 2000)
  void damaged_archive_does_no_harm(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] zip = zip("a".repeat(500), "stored", "large");
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      zip[random.nextInt(zip.length)] = (byte) random.nextInt(256);
    }

    assertThat(InnerArchive.find(zip, name -> true, LIMIT).values())
        .allSatisfy(content -> assertThat(content.length).isLessThanOrEqualTo(LIMIT));
  }

  private static byte[] zip(String deflated, String stored, String large) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("deflated"));
        zip.write(deflated.getBytes(StandardCharsets.UTF_8));
        byte[] content = stored.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("stored");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.putNextEntry(new ZipEntry("large"));
        zip.write(large.getBytes(StandardCharsets.UTF_8));
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
