package io.github.quartermaster.sentinel.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A walk stays in its folder, whatever somebody does to lead it out. */
class FolderWalkTest {
  @TempDir Path temp;

  private Path root;
  private Path outside;

  @BeforeEach
  void make() throws IOException {
    temp = temp.toRealPath();
    root = Files.createDirectories(temp.resolve("root"));
    outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "x");
  }

  @Test
  void files_of_all_sub_folders_are_seen_and_links_are_not_followed() throws IOException {
    Files.createDirectories(root.resolve("a/b"));
    Files.writeString(root.resolve("one"), "1");
    Files.writeString(root.resolve("a/b/two"), "2");
    Files.createSymbolicLink(root.resolve("a/link"), outside);
    Files.createSymbolicLink(root.resolve("loop"), root);

    assertThat(seen(10)).containsExactly("a/b/two", "a/link", "loop", "one");
  }

  @Test
  void folders_deeper_than_allowed_are_left_and_counted() throws IOException {
    Files.createDirectories(root.resolve("a/b"));
    Files.writeString(root.resolve("a/two"), "2");
    Files.writeString(root.resolve("a/b/three"), "3");
    FolderWalk walk = new FolderWalk(root, 2, Set.of(), () -> false);
    Set<String> seen = new TreeSet<>();

    walk.go((folder, path, attributes) -> seen.add(root.relativize(path).toString()));

    assertThat(seen).containsExactly("a/two");
    assertThat(walk.foldersLeft()).isEqualTo(1);
  }

  @Test
  void what_is_mounted_below_is_left_even_where_it_is_of_the_same_file_system() throws IOException {
    Files.createDirectories(root.resolve("mounted"));
    Files.writeString(root.resolve("mounted/file"), "x");
    FolderWalk walk = new FolderWalk(root, 5, Set.of(root.resolve("mounted")), () -> false);
    AtomicInteger files = new AtomicInteger();

    walk.go((folder, path, attributes) -> files.incrementAndGet());

    assertThat(files).hasValue(0);
    assertThat(walk.foldersLeft()).isEqualTo(1);
  }

  @Test
  void root_that_is_a_link_or_behind_one_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), outside);
    Files.createDirectories(outside.resolve("below"));

    for (Path path : new Path[] {link, link.resolve("below")}) {
      assertThatThrownBy(() -> new FolderWalk(path, 5, Set.of(), () -> false).go((f, p, a) -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("through a link");
    }
  }

  @Test
  void folder_that_is_swapped_for_a_link_before_it_is_entered_is_not_followed() throws IOException {
    Path sub = Files.createDirectories(root.resolve("sub"));
    OpenFolder folder = OpenFolder.open(root);
    try (folder) {
      assertThat(folder.attributes(Path.of("sub")).isDirectory()).isTrue();
      Files.delete(sub);
      Files.createSymbolicLink(sub, outside);

      assertThatThrownBy(() -> folder.folder(Path.of("sub")).close())
          .isInstanceOf(IOException.class);
    }
    assertThat(outside.resolve("precious")).exists();
  }

  @Test
  void held_folder_stays_the_same_when_another_takes_its_place() throws IOException {
    Path sub = Files.createDirectories(root.resolve("sub"));
    Files.writeString(sub.resolve("precious"), "old");
    try (OpenFolder top = OpenFolder.open(root);
        OpenFolder folder = top.folder(Path.of("sub"))) {
      Files.move(sub, root.resolve("moved"));
      Files.createSymbolicLink(sub, outside);

      folder.remove(Path.of("precious"));
    }
    assertThat(outside.resolve("precious")).exists();
    assertThat(root.resolve("moved/precious")).doesNotExist();
  }

  @Test
  void folder_known_by_its_path_only_refuses_once_a_link_took_its_place() throws IOException {
    Path sub = Files.createDirectories(root.resolve("sub"));
    Files.writeString(sub.resolve("precious"), "old");
    try (OpenFolder folder = new NamedFolder(sub, Files.newDirectoryStream(sub))) {
      assertThat(folder.names().next()).isEqualTo(Path.of("precious"));
      Files.move(sub, root.resolve("moved"));
      Files.createSymbolicLink(sub, outside);

      assertThatThrownBy(() -> folder.remove(Path.of("precious")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("replaced by a link");
      assertThatThrownBy(() -> folder.folder(Path.of("precious")).close())
          .isInstanceOf(NotDirectoryException.class);
    }
    assertThat(outside.resolve("precious")).exists();
  }

  @Test
  void nothing_but_a_name_is_looked_up_in_a_folder() throws IOException {
    Files.createDirectories(root.resolve("sub"));
    try (OpenFolder top = OpenFolder.open(root);
        OpenFolder folder = top.folder(Path.of("sub"))) {
      for (String name : new String[] {"..", "../../outside/precious", outside + "/precious"}) {
        assertThatThrownBy(() -> folder.remove(Path.of(name))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.attributes(Path.of(name))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.folder(Path.of(name)).close())
            .isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> top.remove(Path.of("sub"))).isInstanceOf(IOException.class);
    }
    assertThat(outside.resolve("precious")).exists();
    assertThat(root.resolve("sub")).exists();
  }

  @Test
  void walk_ends_when_it_is_told_so() throws IOException {
    for (int i = 0; i < 10; i++) {
      Files.writeString(root.resolve("file" + i), "x");
    }
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger files = new AtomicInteger();
    FolderWalk walk = new FolderWalk(root, 5, Set.of(), stop::get);

    walk.go(
        (folder, path, attributes) -> {
          files.incrementAndGet();
          stop.set(true);
        });

    assertThat(files).hasValue(1);
    assertThat(walk.isStopped()).isTrue();
  }

  @Test
  void file_that_a_process_holds_open_is_known_with_its_holder() throws Exception {
    Path held = Files.writeString(root.resolve("held.log"), "x");
    Path gone = Files.writeString(root.resolve("gone.log"), "x");
    Path closed = Files.writeString(root.resolve("closed.log"), "x");
    try (var one = Files.newInputStream(held);
        var other = Files.newInputStream(gone)) {
      assertThat(one.read() + other.read()).isPositive();
      Files.delete(gone);

      OpenFiles open = OpenFiles.below(root, () -> false);

      assertThat(open.holder(held).orElse(""))
          .endsWith("(pid " + ProcessHandle.current().pid() + ")");
      assertThat(open.holder(closed)).isEmpty();
      assertThat(open.holderOfRemoved()).isPresent();
    }
  }

  @Test
  void system_without_proc_tells_of_no_open_files() {
    OpenFiles open = OpenFiles.below(temp.resolve("no-proc"), root, () -> false);

    assertThat(open.holder(root.resolve("x"))).isEmpty();
    assertThat(open.holderOfRemoved()).isEmpty();
  }

  private Set<String> seen(int depth) throws IOException {
    Set<String> seen = new TreeSet<>();
    new FolderWalk(root, depth, Set.of(), () -> false)
        .go((folder, path, attributes) -> seen.add(root.relativize(path).toString()));
    return seen;
  }
}
