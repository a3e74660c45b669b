package io.github.quartermaster.amp.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipPackerTest {
  @TempDir Path folder;

  @Test
  void archive_holds_contents_times_and_modes() throws IOException {
    Path script = Files.writeString(folder.resolve("start.sh"), "echo ".repeat(1000));
    FileTime time = FileTime.from(Instant.parse("2026-03-04T05:06:07Z"));
    Files.setLastModifiedTime(script, time);
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    assumeTrue(posix, "the file system has no modes");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
    Path jar = Files.write(folder.resolve("a.jar"), new byte[] {1, 2, 3});

    try (ZipFile zip = packed(script, jar)) {
      ZipArchiveEntry packedScript = zip.getEntry("bin/start.sh");
      assertThat(zip.getInputStream(packedScript).readAllBytes())
          .isEqualTo(Files.readAllBytes(script));
      assertThat(packedScript.getUnixMode() & 0777).isEqualTo(0750);
      assertThat(packedScript.getLastModifiedTime()).isEqualTo(time);
      assertThat(packedScript.getCompressedSize()).isLessThan(packedScript.getSize());
      assertThat(zip.getEntry("bin/").isDirectory()).isTrue();
      assertThat(zip.getEntry("a.jar").getMethod()).isEqualTo(ZipArchiveEntry.STORED);
      assertThat(zip.getInputStream(zip.getEntry("a.jar")).readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  private ZipFile packed(Path script, Path jar) throws IOException {
    Path archive = folder.resolve("backup.zip");
    try (FileChannel out =
        FileChannel.open(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ZipPacker packer = new ZipPacker(out);
      packer.addFolder("bin", folder);
      packer.addFile("bin/start.sh", script);
      packer.addFile("a.jar", jar);
      packer.finish();
      assertThat(out.isOpen()).isTrue();
    }
    return ZipFile.builder().setSeekableByteChannel(Files.newByteChannel(archive)).get();
  }
}
