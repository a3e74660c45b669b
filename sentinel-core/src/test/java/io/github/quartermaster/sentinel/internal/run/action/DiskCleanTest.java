package io.github.quartermaster.sentinel.internal.run.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.quartermaster.sentinel.internal.host.ThisHost;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is removed, and above all what is not. */
class DiskCleanTest {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final DiskCleanFactory FACTORY =
      new DiskCleanFactory(new ThisHost(), Clock.fixed(NOW, ZoneOffset.UTC));

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void make() throws IOException {
    temp = temp.toRealPath();
    root = Files.createDirectory(temp.resolve("logs"));
  }

  @Test
  void preview_says_how_much_would_go_and_touches_nothing() throws Exception {
    Path old = file("a.log.gz", 15, 2048);
    file("b.log.gz", 13, 10);

    ActionPreview preview = clean(Map.of()).preview(Contexts.plenty());

    assertThat(preview)
        .isEqualTo(
            ActionPreview.of(
                "would remove 1 file, 2 KiB of " + root + " (*.log.gz, older than 14d)"));
    assertThat(old).exists();
  }

  @Test
  void old_files_that_match_are_removed_and_nothing_else() throws Exception {
    Path old = file("a.log.gz", 15, 2048);
    Path deep = file("x/y/b.log.gz", 20, 1024);
    List<Path> stay =
        List.of(
            file("young.log.gz", 13, 1),
            file("old.log", 100, 1),
            file("x/old.txt", 100, 1),
            aged(Files.createDirectory(root.resolve("folder.log.gz")), 100));

    ActionOutcome outcome = clean(Map.of()).run(Contexts.plenty());

    assertThat(outcome).isEqualTo(new ActionOutcome.Done("removed 2 files, 3 KiB of " + root));
    assertThat(List.of(old, deep)).allSatisfy(path -> assertThat(path).doesNotExist());
    assertThat(stay).allSatisfy(path -> assertThat(path).exists());
    assertThat(root.resolve("x/y")).exists();
  }

  @Test
  void newest_stay_however_old_they_are() throws Exception {
    Path oldest = file("1.log.gz", 40, 1);
    Path older = file("x/2.log.gz", 30, 1);
    Path old = file("3.log.gz", 20, 1);

    clean(Map.of("keep", 2L)).run(Contexts.plenty());

    assertThat(oldest).doesNotExist();
    assertThat(older).exists();
    assertThat(old).exists();
  }

  @Test
  void sub_folders_are_left_where_they_are_not_meant() throws Exception {
    Path below = file("x/a.log.gz", 40, 1);
    Path here = file("a.log.gz", 40, 1);

    ActionOutcome outcome = clean(Map.of("sub-folders", false)).run(Contexts.plenty());

    assertThat(outcome.message()).endsWith("; sub-folders not looked into: 1");
    assertThat(here).doesNotExist();
    assertThat(below).exists();
  }

  @Test
  void links_are_neither_followed_nor_removed() throws Exception {
    Path precious = aged(Files.writeString(temp.resolve("precious.log.gz"), "x"), 100);
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Path inside = aged(Files.writeString(outside.resolve("a.log.gz"), "x"), 100);
    Files.createSymbolicLink(root.resolve("link.log.gz"), precious);
    Files.createSymbolicLink(root.resolve("way-out"), outside);

    ActionOutcome outcome = clean(Map.of()).run(Contexts.plenty());

    assertThat(outcome.message()).isEqualTo("removed nothing of " + root);
    assertThat(List.of(precious, inside)).allSatisfy(path -> assertThat(path).exists());
    assertThat(root.resolve("link.log.gz")).isSymbolicLink();
  }

  @Test
  void whoever_swaps_folders_for_links_meanwhile_leads_nobody_out() throws Exception {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    for (int i = 0; i < 50; i++) {
      aged(Files.writeString(outside.resolve(i + ".log.gz"), "precious"), 100);
    }
    Path sub = root.resolve("sub");
    Path aside = temp.resolve("aside");
    Path link = Files.createSymbolicLink(temp.resolve("link"), outside);
    Files.createDirectory(sub);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger swaps = new AtomicInteger();
    Thread attacker =
        new Thread(
            () -> {
              while (!over.get()) {
                try {
                  Files.move(sub, aside);
                  Files.move(link, sub);
                  Files.move(sub, link);
                  Files.move(aside, sub);
                  swaps.incrementAndGet();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    attacker.start();
    int rounds = 0;
    try {
      while (swaps.get() < 2000 && attacker.isAlive()) {
        for (int i = 0; i < 20; i++) {
          clean(Map.of()).run(Contexts.plenty());
          rounds++;
        }
      }
    } finally {
      over.set(true);
      attacker.join();
    }

    assertThat(rounds).isPositive();
    assertThat(swaps.get()).isGreaterThanOrEqualTo(2000);
    try (var precious = Files.list(outside)) {
      assertThat(precious).hasSize(50);
    }
  }

  @Test
  void file_that_is_open_is_left_and_its_holder_named() throws Exception {
    Path open = file("open.log.gz", 40, 10);
    file("closed.log.gz", 40, 10);
    try (var in = Files.newInputStream(open)) {
      assertThat(in.read()).isNotNegative();

      ActionOutcome outcome = clean(Map.of()).run(Contexts.plenty());

      assertThat(outcome).isInstanceOf(ActionOutcome.Done.class);
      assertThat(outcome.message())
          .startsWith("removed 1 file, 10 B")
          .contains("1 file is open and left, as removing it would free nothing: open.log.gz by")
          .contains("(pid " + ProcessHandle.current().pid() + ")");
    }
    assertThat(open).exists();
  }

  @Test
  void nothing_to_remove_is_no_failure_so_that_the_next_step_has_its_turn() throws Exception {
    assertThat(clean(Map.of()).preview(Contexts.plenty()).text())
        .startsWith("would remove nothing");
    assertThat(clean(Map.of()).run(Contexts.plenty()))
        .isEqualTo(new ActionOutcome.Done("removed nothing of " + root));
  }

  @Test
  void file_that_may_not_be_removed_is_a_failure_that_names_it() throws Exception {
    Path sub = Files.createDirectory(root.resolve("sub"));
    Path old = file("sub/a.log.gz", 40, 1);
    Files.setPosixFilePermissions(sub, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(sub)).as("root may do anything").isFalse();

    assertThat(clean(Map.of()).run(Contexts.plenty()))
        .isEqualTo(
            new ActionOutcome.Failed(
                "removed nothing of "
                    + root
                    + "; 1 file could not be removed: "
                    + old
                    + " is not this user's to remove"));
  }

  @Test
  void folder_that_is_not_there_or_became_a_link_is_an_objection() throws Exception {
    Action clean = clean(Map.of());
    Files.delete(root);
    assertThat(clean.preview(Contexts.plenty()).objection())
        .isEqualTo(root + " is no folder, or not there");

    Path other = Files.createDirectory(temp.resolve("other"));
    Path precious = aged(Files.writeString(other.resolve("a.log.gz"), "x"), 100);
    Files.createSymbolicLink(root, other);
    assertThat(clean.preview(Contexts.plenty()).objection()).isEqualTo(root + " is a link");
    assertThat(clean.run(Contexts.plenty())).isInstanceOf(ActionOutcome.Failed.class);
    assertThat(precious).exists();
  }

  @Test
  void folder_behind_a_link_is_refused_when_it_is_opened() throws Exception {
    Path real = Files.createDirectories(temp.resolve("real/logs"));
    Path precious = aged(Files.writeString(real.resolve("a.log.gz"), "x"), 100);
    Path link = Files.createSymbolicLink(temp.resolve("behind"), temp.resolve("real"));
    Action clean = FACTORY.create(settings(link.resolve("logs"), Map.of()));

    assertThatThrownBy(() -> clean.run(Contexts.plenty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("through a link");
    assertThat(precious).exists();
  }

  @Test
  void time_that_is_over_ends_it_and_says_so() throws Exception {
    file("a.log.gz", 40, 1);
    ActionContext late =
        new ActionContext(new ComponentId("d"), "r", Map.of(), Deadline.in(Duration.ZERO));

    assertThat(clean(Map.of()).run(late).message())
        .contains("the time was over before all files were seen");
    assertThat(root.resolve("a.log.gz")).exists();
  }

  @Test
  void many_thousand_files_need_no_memory_of_their_own() throws Exception {
    for (int i = 0; i < 3000; i++) {
      aged(Files.createFile(root.resolve(i + ".log.gz")), 20 + i % 100);
    }

    ActionOutcome outcome = clean(Map.of("keep", 10L)).run(Contexts.plenty());

    assertThat(outcome.message()).startsWith("removed 2990 files, 0 B");
    try (var rest = Files.list(root)) {
      assertThat(rest).hasSize(10);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/etc", "/etc/app", "/usr/local/logs", "/var", "/var/lib", "/home", "/home/alice",
        "/root", "/proc/self", "/sys/kernel", "/dev/shm", "/boot", "/run/app", "/lib64", "/srv",
        "/mnt", "/media", "/opt", "/var/log/../..", "/var/lib/dpkg/info", "/bin"
      })
  void system_folders_are_refused_when_the_configuration_is_read(String folder) {
    assertThatThrownBy(() -> FACTORY.create(settings(Path.of(folder).normalize(), Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("nothing is cleaned there: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/log/app",
        "/var/log",
        "/srv/shop/logs",
        "/home/alice/logs",
        "/mnt/logs",
        "/tmp",
        "/opt/tomcat/logs",
        "/etcetera/logs"
      })
  void folders_of_applications_are_not(String folder) {
    assertThat(FACTORY.create(settings(Path.of(folder), Map.of()))).isNotNull();
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> clean(Map.of("glob", List.of("../*"))))
        .hasMessage("a pattern is one of names, without a slash, such as *.log.gz");
    assertThatThrownBy(() -> clean(Map.of("glob", List.of("[a"))))
        .hasMessageStartingWith("a pattern is none: ");
    assertThatThrownBy(() -> clean(Map.of("older-than", Duration.ZERO)))
        .hasMessage("expected older-than to be longer than 0s");
    assertThatThrownBy(() -> clean(Map.of("keep", -1L)))
        .hasMessage("expected keep from 0 to 10000, found -1");
  }

  private Action clean(Map<String, Object> more) {
    return FACTORY.create(settings(root, more));
  }

  static Settings settings(Path root, Map<String, Object> more) {
    Settings settings =
        Settings.of(
            Map.of(
                "root",
                root,
                "glob",
                List.of("*.log.gz"),
                "older-than",
                Duration.ofDays(14),
                "keep",
                0L,
                "sub-folders",
                true));
    for (Map.Entry<String, Object> entry : more.entrySet()) {
      settings = settings.with(entry.getKey(), entry.getValue());
    }
    return settings;
  }

  private Path file(String name, int days, int bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return aged(Files.write(file, new byte[bytes]), days);
  }

  private static Path aged(Path file, int days) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
  }
}
