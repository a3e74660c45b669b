package io.github.quartermaster.amp;

import static io.github.quartermaster.amp.internal.read.AmpBuilder.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * WARs beyond 32 and 16 bits, from end to end. They take 10 GB for a minute, so only on demand:
 * {@code -Dtest.jvm=-Dfuzz.huge=true}.
 */
@EnabledIfSystemProperty(named = "fuzz.huge", matches = "true")
class LargeWarTest {
  private static final long SIZE = (4L << 30) + 12_345;
  private static final int ENTRIES = 70_000;
  private static final byte[] ZEROS = new byte[1 << 20];

  @TempDir Path folder;

  @Test
  void war_of_more_than_4_gib_and_65535_entries_gets_its_amps() throws Exception {
    Path war = folder.resolve("alfresco.war");
    long crc = write(war);
    amp("thing", "1.0")
        .entry("config/alfresco/extension/thing.txt", "thing")
        .entry("web/css/f5.css", "another")
        .zip(folder.resolve("amps/thing-repo.amp"));
    AmpSources sources = AmpSources.directories(folder.resolve("amps"));
    ApplyRequest request = ApplyRequest.builder(sources, List.of(war)).keepBackups(0).build();

    ApplyResult result = new Amps().apply(request);

    assertThat(result.problems()).isEmpty();
    assertThat(result.changed()).isTrue();
    try (ZipFile zip = new ZipFile(war.toFile())) {
      assertThat(zip.size()).isGreaterThan(ENTRIES);
      assertThat(zip.getEntry("huge.bin").getSize()).isEqualTo(SIZE);
      assertThat(text(zip, "WEB-INF/classes/alfresco/extension/thing.txt")).isEqualTo("thing");
      assertThat(text(zip, "files/" + (ENTRIES - 1))).isEqualTo("x");
    }
    ListRequest list = new ListRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS);
    assertThat(new Amps().list(list).wars().get(0).files())
        .containsEntry("huge.bin", new Fingerprint(SIZE, crc));
    assertThat(new Amps().apply(request).changed()).isFalse();
    Process unzip = new ProcessBuilder("unzip", "-tqq", war.toString()).inheritIO().start();
    assertThat(unzip.waitFor()).isZero();
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns the checksum of the huge entry, which takes no room on the disk. */
  private static long write(Path war) throws IOException {
    CRC32 crc = new CRC32();
    for (long left = SIZE; left > 0; left -= ZEROS.length) {
      crc.update(ZEROS, 0, (int) Math.min(left, ZEROS.length));
    }
    try (RandomAccessFile file = new RandomAccessFile(war.toFile(), "rw");
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(new Sparse(file))) {
      zip.setUseZip64(Zip64Mode.AsNeeded);
      zip.setMethod(ZipArchiveOutputStream.STORED);
      put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Title: Alfresco\n\n");
      put(
          zip,
          "WEB-INF/classes/alfresco/version.properties",
          "version.major=23\nversion.minor=2\nversion.revision=1\nversion.edition=Community\n");
      ZipArchiveEntry huge = new ZipArchiveEntry("huge.bin");
      huge.setSize(SIZE);
      huge.setCrc(crc.getValue());
      zip.putArchiveEntry(huge);
      for (long left = SIZE; left > 0; left -= ZEROS.length) {
        zip.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
      }
      zip.closeArchiveEntry();
      for (int i = 0; i < ENTRIES; i++) {
        put(zip, "files/" + i, "x");
      }
    }
    return crc.getValue();
  }

  private static void put(ZipArchiveOutputStream zip, String name, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putArchiveEntry(entry);
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  /** Leaves holes where many zeros are written. */
  private static final class Sparse extends OutputStream {
    private final RandomAccessFile file;

    Sparse(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > 4096 && Arrays.equals(bytes, from, from + length, ZEROS, 0, length)) {
        file.seek(file.getFilePointer() + length);
      } else {
        file.write(bytes, from, length);
      }
    }
  }
}
