package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever stands in a table or a log, reading it ends well. */
class HostileTextTest {
  @Property(tries = 500)
  void a_line_of_the_mount_table_is_understood_or_passed_over(@ForAll("mountLines") String line) {
    MountTable.parse(line).ifPresent(mount -> assertThat(mount.path()).isNotNull());
  }

  @Provide
  Arbitrary<String> mountLines() {
    return Arbitraries.of("36", "8:1", "/a", "\\040", "\\777", "\0", "rw", "ro,x", "-", "", "é")
        .list()
        .ofMaxSize(14)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 500)
  void an_answer_of_df_is_understood_or_passed_over(@ForAll("rows") List<String> rows) {
    List<Path> paths = List.of(Path.of("/"), Path.of("/a"));
    assertThat(InodeTable.parse(String.join("\n", rows), paths).values())
        .allMatch(inodes -> inodes.total() > 0);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    return Arbitraries.of("/dev/x", "12", "99999999999999999999", "0", "3%", "-", "/", "/a", "\0")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join(" ", words))
        .list()
        .ofMaxSize(4);
  }

  @Property(tries = 100)
  void tables_of_the_network_are_understood_or_passed_over(@ForAll("fields") List<String> fields)
      throws IOException {
    Path folder = Files.createTempDirectory("tables");
    Path table = Files.writeString(folder.resolve("table"), String.join(" ", fields));
    try {
      assertThat(RouteTable.gateways(table, table)).hasSizeLessThanOrEqualTo(2);
      assertThat(CpuTable.read(table)).isEmpty();
      assertThat(CgroupMemory.limits(folder, table)).isEmpty();
    } finally {
      Files.delete(table);
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<List<String>> fields() {
    return Arbitraries.of("lo", "eth0", "00000000", "0".repeat(32), "0003", "FFFF", "x", "", "-1")
        .list()
        .ofMaxSize(12);
  }

  @Property
  void used_space_is_a_percentage_or_not_a_number(
      @ForAll @LongRange(min = 0, max = 1L << 50) long total,
      @ForAll @LongRange(min = 0, max = 1L << 50) long free,
      @ForAll @LongRange(min = 0, max = 1L << 50) long usable) {
    double used = new Space(total, free, usable).usedPercent();
    assertThat(Double.isNaN(used) || (used >= 0 && used <= 100)).isTrue();
  }

  @Property
  void a_share_that_is_whole_stays_so(
      @ForAll @IntRange(min = 0, max = 100) int percent,
      @ForAll @LongRange(min = 1, max = 1L << 46) long hundredth) {
    assertThat(Percent.roundedUp(percent * hundredth, 100 * hundredth)).isEqualTo(percent);
    assertThat(Percent.roundedUp(percent * hundredth + 1, 100 * hundredth))
        .isEqualTo(Math.min(100, percent + 1));
  }

  @Property(tries = 60)
  void every_line_of_a_growing_log_is_given_once_and_in_order(
      @ForAll("pieces") @Size(min = 1, max = 12) List<String> pieces) throws IOException {
    Path folder = Files.createTempDirectory("log");
    Path file = Files.writeString(folder.resolve("app.log"), "");
    try {
      LogTail log = new LogTail(file, 1 << 16);
      log.look();
      List<String> seen = new ArrayList<>();
      StringBuilder all = new StringBuilder();
      for (String piece : pieces) {
        all.append(piece);
        Files.writeString(file, all);
        seen.addAll(log.look().lines());
      }
      String complete = all.substring(0, all.lastIndexOf("\n") + 1);
      assertThat(seen).isEqualTo(complete.lines().toList());
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of("a", "é\n", "\n", "long line of words", "\r\n", "x\ny\nz").list();
  }
}
