package io.github.quartermaster.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticArchivesTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void a_war_has_the_size_and_number_of_entries_asked_for() throws IOException {
    Path war = folder.resolve("small.war");

    new SyntheticWar(12, 40, 2_000).write(war);

    assertThat(Files.size(war)).isCloseTo(12L * MEBIBYTE, within(2L * MEBIBYTE));
    try (JarFile file = new JarFile(war.toFile())) {
      assertThat(file.size()).isBetween(2_000, 2_005);
      assertThat(file.stream().filter(entry -> entry.getName().endsWith(".jar"))).hasSize(40);
      assertThat(file.stream().filter(ZipEntry::isDirectory).count()).isGreaterThan(900);
      assertThat(file.getManifest().getMainAttributes().getValue("Specification-Version"))
          .isEqualTo("23.2.1");
    }
  }

  @Test
  void its_libraries_are_jars_that_can_be_read() throws IOException {
    Path war = folder.resolve("small.war");

    new SyntheticWar(2, 3, 30).write(war);

    try (JarFile file = new JarFile(war.toFile());
        InputStream library =
            file.getInputStream(
                file.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow());
        JarInputStream jar = new JarInputStream(library)) {
      assertThat(jar.getManifest()).isNotNull();
      assertThat(jar.getNextEntry().getName()).isEqualTo("payload.bin");
    }
  }

  @Test
  void the_same_archive_is_written_twice() throws IOException {
    Path first = folder.resolve("first.war");
    Path second = folder.resolve("second.war");

    new SyntheticWar(2, 5, 100).write(first);
    new SyntheticWar(2, 5, 100).write(second);

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void amps_weigh_together_what_was_asked_for_and_are_modules_of_their_own() throws IOException {
    List<Path> amps = new SyntheticAmps(3, 3).write(folder.resolve("amps"));

    long bytes = 0;
    for (Path amp : amps) {
      bytes += Files.size(amp);
    }
    assertThat(bytes).isCloseTo(3L * MEBIBYTE, within(MEBIBYTE / 4L));
    assertThat(amps)
        .extracting(
            amp ->
                new String(read(amp, "module.properties"), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotHaveDuplicates();
  }

  private static byte[] read(Path archive, String entry) {
    try (JarFile file = new JarFile(archive.toFile())) {
      return file.getInputStream(file.getEntry(entry)).readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
