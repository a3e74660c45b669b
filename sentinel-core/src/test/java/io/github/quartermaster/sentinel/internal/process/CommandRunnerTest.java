package io.github.quartermaster.sentinel.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, well and badly behaved. */
@Timeout(60)
class CommandRunnerTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(600);

  @TempDir Path folder;
  private final CommandRunner runner = new CommandRunner();

  @Test
  void exit_code_and_both_outputs_arrive() throws Exception {
    CommandResult result = run(script("echo out; echo err >&2; exit 2"), LONG);

    assertThat(result).isInstanceOf(CommandResult.Exited.class);
    CommandResult.Exited end = (CommandResult.Exited) result;
    assertThat(end.code()).isEqualTo(2);
    assertThat(end.output()).isEqualTo(new CommandOutput("out\n", "err\n", false));
  }

  @Test
  void arguments_reach_the_program_as_they_are() throws Exception {
    Path script = Script.of(folder, "args", "printf '%s|' \"$@\"");

    CommandResult result =
        runner.run(Command.of(script.toString(), "a b", "$(id)", "'; rm x", ""), LONG);

    assertThat(((CommandResult.Exited) result).output().out()).isEqualTo("a b|$(id)|'; rm x||");
  }

  @Test
  void program_gets_no_input_and_the_locale_of_the_c_language() throws Exception {
    CommandResult result = run(script("cat; echo \"$LC_ALL $EXTRA\""), Map.of("EXTRA", "more"));

    assertThat(((CommandResult.Exited) result).output().out()).isEqualTo("C more\n");
  }

  @Test
  void program_reads_the_text_that_it_is_given() throws Exception {
    Path script = script("cat; echo end");

    CommandResult result = runner.run(Command.of(script.toString()).reading("one\né\n"), LONG);

    assertThat(((CommandResult.Exited) result).output().out()).isEqualTo("one\né\nend\n");
  }

  @Test
  void program_that_does_not_read_what_it_is_given_holds_up_nobody() throws Exception {
    String more = "x".repeat(1 << 20);

    CommandResult ignored = runner.run(Command.of(script("exit 3").toString()).reading(more), LONG);
    CommandResult hanging =
        runner.run(Command.of(script("sleep 1000").toString()).reading(more), SHORT);

    assertThat(((CommandResult.Exited) ignored).code()).isEqualTo(3);
    assertThat(hanging).isInstanceOf(CommandResult.TimedOut.class);
  }

  @Test
  void all_output_of_a_program_that_prints_much_and_ends_is_read_and_the_beginning_kept()
      throws Exception {
    CommandResult result = run(script("head -c 3000000 /dev/zero | tr '\\0' 'x'; exit 1"), LONG);

    CommandResult.Exited end = (CommandResult.Exited) result;
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.output().out()).hasSize(CommandRunner.LONGEST_OUTPUT);
    assertThat(end.output().isCut()).isTrue();
  }

  @Test
  void last_words_of_a_program_that_ends_at_once_are_not_lost() throws Exception {
    Path script = script("head -c 60000 /dev/zero | tr '\\0' 'y'");

    for (int i = 0; i < 20; i++) {
      CommandResult.Exited end = (CommandResult.Exited) run(script, LONG);
      assertThat(end.output().out()).hasSize(60_000);
    }
  }

  @Test
  void program_that_prints_for_ever_is_killed() throws Exception {
    CommandResult result = run(script("echo $$ > pid; exec yes"), LONG);

    assertThat(result).isInstanceOf(CommandResult.Flooded.class);
    assertThat(((CommandResult.Flooded) result).output().out())
        .hasSize(CommandRunner.LONGEST_OUTPUT)
        .startsWith("y\ny\n");
    assertGone("pid");
  }

  @Test
  void program_that_hangs_is_killed_with_all_that_it_started() throws Exception {
    CommandResult result =
        run(
            script("echo before; echo $$ > a; (echo $BASHPID; sleep 300) & echo $! > b; wait"),
            SHORT);

    assertThat(result).isInstanceOf(CommandResult.TimedOut.class);
    assertThat(((CommandResult.TimedOut) result).output().out()).startsWith("before\n");
    assertGone("a");
    assertGone("b");
  }

  @Test
  void program_that_does_not_listen_to_signals_is_killed_too() throws Exception {
    CommandResult result =
        run(script("trap '' TERM; echo $$ > pid; while :; do sleep 1; done"), SHORT);

    assertThat(result).isInstanceOf(CommandResult.TimedOut.class);
    assertGone("pid");
  }

  @Test
  void grandchild_that_holds_the_output_open_does_not_keep_us_waiting() throws Exception {
    CommandResult result = run(script("sleep 300 & echo $! > pid; echo done; exit 0"), LONG);

    assertThat(result).isInstanceOf(CommandResult.Exited.class);
    CommandResult.Exited end = (CommandResult.Exited) result;
    assertThat(end.output().out()).isEqualTo("done\n");
    assertThat(end.took()).isLessThan(LONG);
    handle("pid").ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void signal_is_told_from_an_exit_code() throws Exception {
    assertThat(run(script("kill -SEGV $$"), LONG))
        .isInstanceOfSatisfying(
            CommandResult.Signalled.class, end -> assertThat(end.signal()).isEqualTo(11));
  }

  @Test
  void missing_program_is_said_to_be_missing() throws Exception {
    Path missing = folder.resolve("missing");

    assertThat(run(missing, LONG)).isEqualTo(new CommandResult.NotFound(missing + " is not there"));
    assertThat(runner.run(Command.of("no-such-program-anywhere"), LONG))
        .isEqualTo(
            new CommandResult.NotFound(
                "no-such-program-anywhere is in no folder of the search path"));
  }

  @Test
  void file_that_is_not_executable_and_folder_are_told_apart() throws Exception {
    Path file = script("exit 0");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(run(file, LONG))
        .isEqualTo(new CommandResult.NotStarted(file + " is not executable for this user"));
    assertThat(run(folder, LONG)).isEqualTo(new CommandResult.NotStarted(folder + " is a folder"));
  }

  @Test
  void missing_interpreter_and_missing_folder_are_named() throws Exception {
    Path script = script("exit 0");
    Files.writeString(script, "#!/no/such/interpreter\n");

    assertThat(run(script, LONG))
        .isInstanceOfSatisfying(
            CommandResult.NotStarted.class,
            failure -> assertThat(failure.reason()).contains("interpreter"));
    assertThat(runner.run(new Command(List.of("true"), Map.of(), folder.resolve("nowhere")), LONG))
        .isInstanceOfSatisfying(
            CommandResult.NotStarted.class,
            failure -> assertThat(failure.reason()).contains("nowhere to run it in"));
  }

  @Test
  void interrupt_kills_the_program() throws Exception {
    Path script = script("echo $$ > pid; sleep 300");
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              while (handle("pid").isEmpty()) {
                Thread.onSpinWait();
              }
              caller.interrupt();
            });
    interrupter.start();

    assertThatThrownBy(() -> run(script, LONG)).isInstanceOf(InterruptedException.class);
    interrupter.join();
    assertGone("pid");
  }

  private Path script(String body) throws IOException {
    return Script.of(folder, "script", "cd " + folder, body);
  }

  private CommandResult run(Path program, Duration limit) throws InterruptedException {
    return runner.run(Command.of(program.toString()), limit);
  }

  private CommandResult run(Path program, Map<String, String> environment)
      throws InterruptedException {
    return runner.run(new Command(List.of(program.toString()), environment, folder), LONG);
  }

  private Optional<ProcessHandle> handle(String file) {
    try {
      Path path = folder.resolve(file);
      String pid = Files.exists(path) ? Files.readString(path).strip() : "";
      return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ended, or dead and waiting for whoever should have asked. */
  private void assertGone(String file) throws Exception {
    Optional<ProcessHandle> handle = handle(file);
    if (handle.isPresent()) {
      Path stat = Path.of("/proc", Long.toString(handle.get().pid()), "stat");
      for (int i = 0; i < 500 && isRunning(stat); i++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(isRunning(stat)).isFalse();
    }
  }

  private static boolean isRunning(Path stat) {
    try {
      String text = Files.readString(stat);
      return !text.substring(text.lastIndexOf(')') + 2).startsWith("Z");
    } catch (IOException gone) {
      return false;
    }
  }
}
