package io.github.quartermaster.sentinel.internal.run.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever the ages are: the newest stay, and of the others those that are old go. */
class DiskCleanPropertyTest {
  private Path folder;

  @BeforeProperty
  void make() throws IOException {
    folder = Files.createTempDirectory("any-ages").toRealPath();
  }

  @Property(tries = 50)
  void exactly_the_old_ones_beyond_the_newest_go(
      @ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> ages,
      @ForAll @IntRange(max = 5) int keep)
      throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < ages.size(); i++) {
      Path file = folder.resolve("%02d.log.gz".formatted(i));
      Files.setLastModifiedTime(
          Files.createFile(file),
          FileTime.from(DiskCleanTest.NOW.minus(Duration.ofDays(ages.get(i)))));
      files.add(file);
    }

    DiskCleanTest.FACTORY
        .create(DiskCleanTest.settings(folder, Map.of("keep", (long) keep)))
        .run(Contexts.plenty());

    for (int i = 0; i < ages.size(); i++) {
      int age = ages.get(i);
      long newer = ages.stream().filter(other -> other < age).count();
      long same = ages.stream().filter(other -> other == age).count();
      if (age <= 14 || newer + same <= keep) {
        assertThat(files.get(i)).exists();
      } else if (newer >= keep) {
        assertThat(files.get(i)).doesNotExist();
      }
    }
  }

  @AfterTry
  void empty() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @AfterProperty
  void remove() throws IOException {
    Files.delete(folder);
  }
}
