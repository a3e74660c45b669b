package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupTest {
  @TempDir private Path folder;

  private Path file(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void a_group_limit_counts_where_it_is_tighter_than_the_machine() throws Exception {
    Path groups = folder.resolve("cgroup");
    file("cgroup/a/memory.max", "max\n");
    file("cgroup/a/memory.current", "5\n");
    file("cgroup/memory.max", "1000\n");
    file("cgroup/memory.current", "900\n");
    file("cgroup/memory.stat", "anon 1\ninactive_file 400\n");
    assertThat(CgroupMemory.limits(groups, file("own", "0::/a\n")))
        .containsExactly(new CgroupMemory(1000, 500));

    file("cgroup/memory/b/memory.limit_in_bytes", "2000\n");
    file("cgroup/memory/b/memory.usage_in_bytes", "100\n");
    file("cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    assertThat(CgroupMemory.limits(groups, file("own", "4:cpu,memory:/b\n3:cpuset:/\n")))
        .containsExactly(new CgroupMemory(2000, 100));
    assertThat(CgroupMemory.limits(groups, file("own", "0::/../../etc\nnonsense\n")))
        .extracting(CgroupMemory::limit)
        .doesNotContain(2000L);

    MemoryState machine = new MemoryState(10_000, 9_000, false, 0, 0);
    assertThat(machine.within(1000, 500)).isEqualTo(new MemoryState(1000, 500, true, 0, 0));
    assertThat(machine.within(20_000, 19_999)).isSameAs(machine);
    assertThat(machine.within(1000, 10)).isSameAs(machine);
    assertThat(List.of(machine.within(1000, 1500).available())).containsExactly(0L);
  }

  @Test
  void of_all_limits_the_one_that_stops_most_is_told() throws Exception {
    Path groups = folder.resolve("cgroup");
    file("cgroup/a/b/cpu.stat", "usage_usec 1\nnr_periods 0\nnr_throttled 0\n");
    file("cgroup/a/cpu.stat", "usage_usec 1\nnr_periods 50\nnr_throttled 20\n");
    file("cgroup/cpu.stat", "usage_usec 1\n");
    assertThat(Throttling.of(groups, file("own", "0::/a/b\n"))).contains(new Throttling(50, 20));
    file("cgroup/cpu/c/cpu.stat", "nr_periods 7\nnr_throttled 3\nthrottled_time 9\n");
    assertThat(Throttling.of(groups, file("own", "3:cpu,cpuacct:/c\n")))
        .contains(new Throttling(7, 3));
    assertThat(Throttling.of(groups, file("own", "nonsense\n4:memory:/\n"))).isEmpty();
  }

  @Test
  void the_time_of_the_processors_is_read_and_guests_do_not_count_twice() throws Exception {
    Path stat = file("stat", "cpu  100 10 40 500 50 5 5 30 77 7\ncpu0 1 2 3\n");
    assertThat(CpuTable.read(stat)).contains(new CpuTicks(160, 550, 50, 30));
    assertThat(CpuTable.read(file("stat", "cpu 1 2\n"))).isEmpty();
  }
}
