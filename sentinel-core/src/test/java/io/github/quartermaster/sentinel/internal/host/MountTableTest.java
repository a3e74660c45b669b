package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountTableTest {
  @Test
  void a_line_of_the_manual_is_understood() {
    assertThat(
            MountTable.parse(
                "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue"))
        .contains(new Mount(Path.of("/mnt2"), "ext3", "/dev/root", "98:0", false, false));
  }

  @Test
  void a_file_system_turned_read_only_differs_from_a_read_only_mount() {
    Mount turned =
        MountTable.parse("36 35 8:1 / /a rw,relatime - ext4 /dev/sda1 ro,errors=remount-ro")
            .orElseThrow();
    assertThat(turned.mountedReadOnly()).isFalse();
    assertThat(turned.fileSystemReadOnly()).isTrue();
    Mount asked =
        MountTable.parse("36 35 8:1 / /a ro,relatime shared:1 - ext4 /dev/sda1 rw").orElseThrow();
    assertThat(asked.mountedReadOnly()).isTrue();
    assertThat(asked.fileSystemReadOnly()).isFalse();
    assertThat(
            MountTable.parse("1 2 8:1 / /a rw - ext4 /dev/sda1 rw,emergency_ro")
                .orElseThrow()
                .fileSystemReadOnly())
        .isTrue();
  }

  @Test
  void blanks_and_foreign_letters_in_a_path_are_kept() throws Exception {
    Mount mount =
        MountTable.parse("36 35 8:1 / /my\\040disk\\134x rw - ext4 my\\040share rw").orElseThrow();
    assertThat(mount.path()).isEqualTo(Path.of("/my disk\\x"));
    assertThat(mount.source()).isEqualTo("my share");
  }

  @Test
  void nonsense_is_passed_over() {
    for (String line : List.of("", " - ", "a b c - d", "1 2 3 4 5 6 - ", "1 2 3:4 / /a rw -")) {
      assertThat(MountTable.parse(line)).isEmpty();
    }
  }

  @Test
  void of_two_mounts_on_one_path_the_one_on_top_is_seen(@TempDir Path folder) throws Exception {
    Path table = folder.resolve("mountinfo");
    Files.writeString(
        table, "1 0 8:1 / /a rw - ext4 /dev/sda1 rw\n2 1 0:9 / /a rw - tmpfs none rw\n");
    assertThat(MountTable.read(table)).extracting(Mount::type).containsExactly("tmpfs");
  }

  @Test
  void inodes_are_found_by_mount_also_where_names_hold_blanks() {
    String answer =
        "Filesystem       Inodes  IUsed    IFree IUse% Mounted on\n"
            + "/dev/vda       16777216 423453 16353763    3% /\n"
            + "my share            100     99        1   99% /my disk\n"
            + "/dev/sdb               0      0        0     - /btrfs\n";
    Path inner = Path.of("/var/lib");
    Path disk = Path.of("/my disk");
    assertThat(InodeTable.parse(answer, List.of(inner, disk, Path.of("/btrfs"))))
        .isEqualTo(Map.of(inner, new Inodes(16777216, 423453), disk, new Inodes(100, 99)));
  }
}
