package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.quartermaster.sentinel.internal.host.Inodes;
import io.github.quartermaster.sentinel.internal.host.Mount;
import io.github.quartermaster.sentinel.internal.host.Space;
import io.github.quartermaster.sentinel.internal.host.ThisHost;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskProviderTest {
  private static final Path VAR = Path.of("/var");
  private static final Path SHARE = Path.of("/share");

  private final FakeHost host = new FakeHost();

  private HealthProvider provider(Map<String, Object> set) {
    return Probing.provider(new DiskFactory(host), "disk", set);
  }

  private void mount(Path path, String type, Space space) {
    mount(path, type, space, false, false);
  }

  private void mount(Path path, String type, Space space, boolean asked, boolean really) {
    host.mounts.add(new Mount(path, type, "dev" + path, "id" + path, asked, really));
    host.spaces.put(path, space);
  }

  private Reading var(Map<String, Object> set) throws Exception {
    return Probing.of(provider(set).probe(Probing.context()), "disk:/var");
  }

  @Test
  void a_full_disk_is_critical_and_the_message_names_the_thresholds() throws Exception {
    mount(VAR, "ext4", new Space(1000, 30, 30));
    Reading reading = var(Map.of("warn", Range.atMost(70), "crit", Range.atMost(95)));
    assertThat(reading.message()).isEqualTo("97 % used (70/95), 30 B left");
    assertThat(Probing.judged(reading)).isEqualTo("critical");
  }

  @Test
  void a_mount_of_a_hostile_name_blinds_no_other() throws Exception {
    mount(Path.of("/mnt/\u0085\u0007"), "ext4", new Space(1000, 900, 900));
    mount(VAR, "ext4", new Space(1000, 900, 900));
    assertThat(provider(Map.of()).components(Probing.context()))
        .extracting(component -> component.id().value())
        .containsExactly("disk:/mnt/??", "disk:/var");
  }

  @Test
  void what_is_reserved_for_root_does_not_count_as_used() throws Exception {
    // the numbers of a real disk: df says 27 %, the naive formula 70 %
    mount(VAR, "ext4", new Space(1000, 894, 296));
    assertThat(Probing.metric(var(Map.of()), "used").value()).isEqualTo(27);
  }

  @Test
  void used_space_is_rounded_up_as_df_does() throws Exception {
    mount(VAR, "ext4", new Space(1000, 999, 999));
    assertThat(Probing.metric(var(Map.of()), "used").value()).isEqualTo(1);
  }

  @Test
  void a_disk_without_inodes_left_is_critical_though_it_has_space() throws Exception {
    mount(VAR, "ext4", new Space(1000, 900, 900));
    host.inodes.put(VAR, new Inodes(1000, 990));
    Reading reading = var(Map.of());
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.message()).endsWith("99 % of its 1000 inodes used (80/95)");
  }

  @Test
  void a_file_system_that_counts_no_inodes_is_no_trouble() throws Exception {
    mount(VAR, "btrfs", new Space(1000, 900, 900));
    Reading reading = var(Map.of());
    assertThat(Probing.judged(reading)).isEqualTo("fine");
    assertThat(reading.evidence()).anyMatch(it -> it.text().startsWith("not checked"));
  }

  @Test
  void a_disk_that_the_kernel_turned_read_only_is_critical() throws Exception {
    mount(VAR, "ext4", new Space(1000, 900, 900), false, true);
    Reading reading = var(Map.of());
    assertThat(reading.verdict()).isEqualTo(new Verdict.Given(Score.CRITICAL));
    assertThat(reading.message()).startsWith("became read-only");
  }

  @Test
  void a_disk_that_was_meant_to_be_read_only_may_be_full() throws Exception {
    mount(VAR, "ext4", new Space(1000, 0, 0), true, true);
    Reading reading = var(Map.of());
    assertThat(reading.verdict()).isInstanceOf(Verdict.Measured.class);
    assertThat(Probing.judged(reading)).isEqualTo("fine");
  }

  @Test
  void a_dead_file_server_is_down_and_holds_up_nobody_else() throws Exception {
    CountDownLatch dead = new CountDownLatch(1);
    mount(VAR, "ext4", new Space(1000, 900, 900));
    mount(SHARE, "nfs4", new Space(1000, 900, 900));
    host.hanging.put(SHARE, dead);
    HealthProvider provider = provider(Map.of());
    List<Reading> readings = provider.probe(Probing.context(Duration.ofMillis(800)));
    assertThat(Probing.judged(Probing.of(readings, "disk:/var"))).isEqualTo("fine");
    Reading share = Probing.of(readings, "disk:/share");
    assertThat(share.verdict()).isEqualTo(new Verdict.Given(Score.DOWN));
    assertThat(share.message()).contains("dev/share (nfs4) is gone or too slow");

    provider.probe(Probing.context(Duration.ofMillis(300)));
    assertThat(host.asked).containsEntry(VAR, 2).containsEntry(SHARE, 1);

    dead.countDown();
    host.hanging.clear();
    List<Reading> later = provider.probe(Probing.context());
    assertThat(Probing.judged(Probing.of(later, "disk:/share"))).isEqualTo("fine");
  }

  @Test
  void a_local_disk_that_does_not_answer_in_time_is_unknown() throws Exception {
    mount(VAR, "ext4", new Space(1000, 900, 900));
    host.hanging.put(VAR, new CountDownLatch(1));
    Reading reading =
        Probing.of(provider(Map.of()).probe(Probing.context(Duration.ofMillis(100))), "disk:/var");
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_named_folder_is_measured_though_it_is_no_mount_of_its_own() throws Exception {
    mount(Path.of("/"), "ext4", new Space(1000, 900, 900));
    host.spaces.put(VAR, new Space(1000, 900, 900));
    Reading reading = var(Map.of("include", List.of("/var")));
    assertThat(reading.evidence()).anyMatch(it -> it.text().equals("lies on /"));
  }

  @Test
  void a_named_folder_that_is_not_there_is_unknown() throws Exception {
    Reading reading = var(Map.of("include", List.of("/var")));
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading.message()).isEqualTo("there is no /var");
  }

  @Test
  void components_and_readings_have_the_same_names() throws Exception {
    mount(VAR, "ext4", new Space(1000, 900, 900));
    mount(Path.of("/odd\nname"), "ext4", new Space(1000, 900, 900));
    HealthProvider provider = provider(Map.of());
    List<ComponentId> ids =
        provider.components(Probing.context()).stream().map(it -> it.id()).toList();
    assertThat(provider.probe(Probing.context()))
        .extracting(Reading::component)
        .containsExactlyElementsOf(ids);
    assertThat(ids).contains(new ComponentId("disk:/odd?name"));
  }

  @Test
  void a_closer_look_names_the_biggest_folders(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("log/app"));
    Files.createDirectories(folder.resolve("small"));
    Files.write(folder.resolve("log/app/a.log"), new byte[30_000]);
    Files.write(folder.resolve("small/b"), new byte[1024]);
    host.mounts.add(new Mount(folder, "ext4", "dev", "id", false, false));
    Reading reading =
        provider(Map.of("include", List.of(folder.toString())))
            .examine(new ComponentId("disk:" + folder), Probing.context())
            .get(0);
    assertThat(reading.evidence())
        .extracting(it -> it.label() + " " + it.text())
        .containsExactly(
            "big folder " + folder.resolve("log/app") + " 29.3 KiB",
            "big folder " + folder.resolve("small") + " 1 KiB");
  }

  @Test
  void a_real_file_system_that_fills_up_becomes_critical(@TempDir Path folder) throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder.toString())).isZero();
    try {
      HealthProvider provider =
          Probing.provider(
              new DiskFactory(new ThisHost()),
              "disk",
              Map.of("include", List.of(folder.toString())));
      assertThat(Probing.judged(Probing.only(provider))).isEqualTo("fine");
      Files.createDirectory(folder.resolve("log"));
      Files.write(folder.resolve("log/a"), new byte[1000 * 1024]);
      Reading full = Probing.only(provider);
      assertThat(Probing.judged(full)).isEqualTo("critical");
      assertThat(full.message()).contains(" % used (80/95), ");
      assertThat(provider.examine(full.component(), Probing.context()).get(0).evidence())
          .extracting(it -> it.text())
          .containsExactly(folder.resolve("log") + " 1000 KiB");
    } finally {
      run("umount", folder.toString());
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void a_round_that_is_called_off_waits_no_longer() {
    mount(VAR, "ext4", new Space(1000, 900, 900));
    host.hanging.put(VAR, new CountDownLatch(1));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> provider(Map.of()).probe(Probing.context()))
        .isInstanceOf(InterruptedException.class);
  }
}
