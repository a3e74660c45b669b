package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.host.Mount;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiskSelectionTest {
  private static final DiskSelection DEFAULT = selection(List.of(), List.of());

  private static DiskSelection selection(List<String> include, List<String> exclude) {
    return new DiskSelection(include, exclude, List.of(), List.of());
  }

  private static Mount mount(String path, String type, String device) {
    return new Mount(Path.of(path), type, device, device, false, false);
  }

  private static List<String> chosen(DiskSelection selection, Mount... mounts) {
    return selection.choose(List.of(mounts)).stream().map(it -> it.path().toString()).toList();
  }

  @Test
  void file_systems_that_hold_nothing_to_stay_are_left_out() {
    assertThat(
            chosen(
                DEFAULT,
                mount("/proc", "proc", "1"),
                mount("/", "ext4", "2"),
                mount("/dev/shm", "tmpfs", "3"),
                mount("/snap/core/1", "squashfs", "4"),
                mount("/var/lib/docker/overlay2/x/merged", "overlay", "5"),
                mount("/var", "xfs", "6")))
        .containsExactly("/", "/var");
  }

  @Test
  void the_root_of_a_container_counts_and_the_files_mounted_into_it_do_not() {
    assertThat(
            chosen(
                DEFAULT,
                mount("/", "overlay", "1"),
                mount("/etc/hosts", "ext4", "2"),
                mount("/etc/resolv.conf", "ext4", "2"),
                mount("/data", "ext4", "2")))
        .containsExactly("/", "/data");
  }

  @Test
  void a_file_system_that_is_mounted_twice_counts_once() {
    assertThat(chosen(DEFAULT, mount("/srv/chroot/home", "ext4", "1"), mount("/home", "ext4", "1")))
        .containsExactly("/home");
  }

  @Test
  void only_what_is_included_is_looked_at() {
    assertThat(
            chosen(
                selection(List.of("/srv/*", "/dev/shm"), List.of("/srv/b")),
                mount("/", "ext4", "1"),
                mount("/dev/shm", "tmpfs", "2"),
                mount("/srv/a", "ext4", "3"),
                mount("/srv/b", "ext4", "4")))
        .containsExactly("/dev/shm", "/srv/a");
  }

  @Test
  void types_can_be_added_and_left_out_but_the_root_stays() {
    DiskSelection selection =
        new DiskSelection(List.of(), List.of(), List.of("tmpfs"), List.of("ext4"));
    assertThat(
            chosen(
                selection,
                mount("/", "ext4", "1"),
                mount("/tmp", "tmpfs", "2"),
                mount("/var", "ext4", "3")))
        .containsExactly("/", "/tmp");
  }

  @Test
  void hundreds_of_file_systems_are_refused_with_advice() {
    List<Mount> mounts =
        IntStream.range(0, 300).mapToObj(i -> mount("/m" + i, "ext4", "d" + i)).toList();
    assertThatThrownBy(() -> DEFAULT.choose(mounts)).hasMessageContaining("name those that matter");
  }
}
