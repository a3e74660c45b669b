package io.github.quartermaster.ebs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.internal.run.Freezer.Frozen;
import io.github.quartermaster.ebs.model.FreezeHooks;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "freeze hooks need sh, for their timer and in these tests; docs/backups.md")
class FreezerTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("EBS_SUBJECT", "vol-1");

  @TempDir private Path folder;

  /** A command that notes its name and what it is run for. */
  private List<String> noting(String name, int exitCode) {
    return List.of(
        "sh",
        "-c",
        "echo \"$0 $EBS_SUBJECT\" >> \"$1\"; echo \"the reason\"; exit \"$2\"",
        name,
        log().toString(),
        Integer.toString(exitCode));
  }

  private Path log() {
    return folder.resolve("log");
  }

  private List<String> noted() throws IOException {
    return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
  }

  private <T> Frozen<T> around(FreezeHooks hooks, java.util.function.Supplier<T> call) {
    return new Freezer(hooks, Clock.systemUTC()).around("vol-1", ENVIRONMENT, call);
  }

  private FreezeHooks hooks(int ofFreeze, int ofThaw, Duration deadline) {
    return new FreezeHooks(noting("freeze", ofFreeze), noting("thaw", ofThaw), deadline);
  }

  @Test
  void the_call_is_made_between_freeze_and_thaw() throws IOException {
    Frozen<List<String>> frozen =
        around(
            hooks(0, 0, Duration.ofSeconds(30)),
            () -> {
              try {
                return noted();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });

    assertThat(frozen.value()).contains(List.of("freeze vol-1"));
    assertThat(noted()).containsExactly("freeze vol-1", "thaw vol-1");
    assertThat(frozen.problems()).isEmpty();
  }

  @Test
  void calls_for_several_volumes_are_frozen_one_after_another() throws Exception {
    Freezer freezer = new Freezer(hooks(0, 0, Duration.ofSeconds(30)), Clock.systemUTC());
    List<Thread> volumes =
        List.of("vol-1", "vol-2", "vol-3").stream()
            .map(id -> new Thread(() -> freezer.around(id, Map.of("EBS_SUBJECT", id), () -> id)))
            .toList();

    volumes.forEach(Thread::start);
    for (Thread volume : volumes) {
      volume.join();
    }

    assertThat(noted()).hasSize(6);
    for (int line = 0; line < 6; line += 2) {
      String subject = noted().get(line).replace("freeze ", "");
      assertThat(noted().subList(line, line + 2))
          .containsExactly("freeze " + subject, "thaw " + subject);
    }
  }

  @Test
  void a_freeze_that_fails_makes_no_call_and_thaws_all_the_same() throws IOException {
    Frozen<String> frozen = around(hooks(3, 0, Duration.ofSeconds(30)), () -> "called");

    assertThat(frozen.value()).isEmpty();
    assertThat(noted()).containsExactly("freeze vol-1", "thaw vol-1");
    assertThat(frozen.problems()).hasSize(1);
    assertThat(frozen.problems().get(0).toString())
        .contains("FREEZE_FAILED", "ended with 3: the reason");
  }

  @Test
  void a_thaw_that_fails_is_an_error_and_tried_again_at_the_deadline() throws Exception {
    Frozen<String> frozen = around(hooks(0, 4, Duration.ofSeconds(1)), () -> "called");

    assertThat(frozen.value()).contains("called");
    assertThat(frozen.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.THAW_FAILED);
    assertThat(frozen.problems()).allMatch(Problem::isError);
    awaitLines(3);
    assertThat(noted()).containsExactly("freeze vol-1", "thaw vol-1", "thaw vol-1");
  }

  @Test
  void the_timer_thaws_at_the_deadline_while_the_call_hangs() throws Exception {
    Frozen<Integer> frozen = around(hooks(0, 0, Duration.ofSeconds(1)), () -> awaitLines(2));

    assertThat(frozen.value()).contains(2);
    assertThat(frozen.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.FREEZE_FAILED);
    assertThat(frozen.problems().get(0).message()).contains("thawed before the point in time");
  }

  @Test
  void the_timer_thaws_at_the_deadline_though_our_process_is_dead() throws Exception {
    FreezeHooks hooks = hooks(0, 0, Duration.ofSeconds(2));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FrozenProcess.class.getName(),
                log().toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as("halted").isEqualTo(9);

    awaitLines(2);
    assertThat(noted()).containsExactly("freeze vol-1", "thaw vol-1");
    assertThat(hooks.deadline()).isPositive();
  }

  @Test
  void a_timer_that_is_not_needed_does_not_thaw_later() throws Exception {
    around(hooks(0, 0, Duration.ofSeconds(1)), () -> "called");

    TimeUnit.MILLISECONDS.sleep(1500);
    assertThat(noted()).containsExactly("freeze vol-1", "thaw vol-1");
  }

  @Test
  void a_program_that_is_not_there_is_named() {
    FreezeHooks hooks =
        new FreezeHooks(List.of("no-such-freeze"), noting("thaw", 0), Duration.ofSeconds(5));

    assertThat(around(hooks, () -> "called").problems().get(0).message())
        .contains("no-such-freeze could not be run");
  }

  private int awaitLines(int lines) {
    try {
      for (int i = 0; i < 200 && noted().size() < lines; i++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      return noted().size();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Freezes, and dies in the middle of the call. */
  static final class FrozenProcess {
    private FrozenProcess() {}

    public static void main(String[] arguments) {
      FreezerTest test = new FreezerTest();
      test.folder = Path.of(arguments[0]).getParent();
      test.around(
          test.hooks(0, 0, Duration.ofSeconds(2)),
          () -> {
            Runtime.getRuntime().halt(9);
            return "";
          });
    }
  }
}
