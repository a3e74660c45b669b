package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.host.FolderSizes.FolderSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSizesTest {
  @TempDir private Path folder;

  private void file(String name, int bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }

  @Test
  void the_folder_that_holds_the_files_is_named_and_not_those_above_it() throws Exception {
    file("log/app/old/a", 900);
    file("log/b", 10);
    file("home/c", 500);
    file("d", 5000);
    FolderSizes sizes = new FolderSizes(4, 1000, () -> false);
    assertThat(sizes.biggest(folder, 5))
        .containsExactly(
            new FolderSize(folder.resolve("log/app/old"), 900),
            new FolderSize(folder.resolve("home"), 500));
    assertThat(sizes.isComplete()).isTrue();
  }

  @Test
  void what_lies_deeper_counts_for_the_folder_above() throws Exception {
    file("a/b/c/d", 7);
    assertThat(new FolderSizes(1, 1000, () -> false).biggest(folder, 5))
        .containsExactly(new FolderSize(folder.resolve("a"), 7));
  }

  @Test
  void links_are_not_followed() throws Exception {
    file("a/b", 7);
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    assertThat(new FolderSizes(9, 1000, () -> false).biggest(folder, 5)).hasSize(1);
  }

  @Test
  void a_walk_ends_at_its_bounds_and_tells_so() throws Exception {
    for (int i = 0; i < 20; i++) {
      file("a/" + i, 1);
    }
    FolderSizes few = new FolderSizes(3, 10, () -> false);
    assertThat(few.biggest(folder, 5)).allMatch(size -> size.bytes() < 10);
    assertThat(few.isComplete()).isFalse();
    FolderSizes late = new FolderSizes(3, 1000, () -> true);
    assertThat(late.biggest(folder, 5)).isEmpty();
    assertThat(late.isComplete()).isFalse();
  }
}
