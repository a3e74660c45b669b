package io.github.quartermaster.sentinel.internal.run.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Passive results in Nagios' command pipe. */
@Timeout(60)
class NagiosPipeTest {
  @TempDir private Path folder;
  private Path pipe;

  @BeforeEach
  void pipe() throws Exception {
    pipe = folder.resolve("nagios.cmd");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(mkfifo.exitValue()).isZero();
  }

  @Test
  void result_is_one_command_on_one_line() throws Exception {
    CompletableFuture<String> read = reading();

    output().tell(TestBulletins.critical(), TestBulletins.ample());

    assertThat(read.get(30, TimeUnit.SECONDS))
        .isEqualTo(
            "[1795600800] PROCESS_SERVICE_CHECK_RESULT;web1;sentinel;2;SENTINEL CRITICAL -"
                + " disk:/var is critical|score=3802;316;3162;0;10000 'a b'=1\\n1. disk:/var,"
                + " share 56 %\\n   largest folder: C:\\\\logs\n");
  }

  @Test
  void pipe_that_nobody_reads_holds_nobody_up() {
    ResultOutput output = output();
    Deadline soon = Deadline.in(Duration.ofMillis(200));

    assertThatThrownBy(() -> output.tell(TestBulletins.critical(), soon))
        .isInstanceOf(IOException.class)
        .hasMessage("nobody reads " + pipe + ": Nagios is down or stuck");
    assertThatThrownBy(() -> output.tell(TestBulletins.critical(), TestBulletins.ample()))
        .as("no second thread waits")
        .hasMessage("nobody reads " + pipe + ": Nagios is down or stuck");
  }

  @Test
  void what_was_to_be_said_while_nobody_read_is_not_said_late() throws Exception {
    ResultOutput output = output();
    Deadline soon = Deadline.in(Duration.ofMillis(200));
    assertThatThrownBy(() -> output.tell(TestBulletins.critical(), soon))
        .isInstanceOf(IOException.class);

    assertThat(reading().get(30, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void file_that_is_no_pipe_is_left_alone() throws Exception {
    Files.delete(pipe);
    ResultOutput output = output();

    assertThatThrownBy(() -> output.tell(TestBulletins.critical(), TestBulletins.ample()))
        .hasMessage("there is no " + pipe + ": Nagios is down, or its pipe is elsewhere");
    assertThat(pipe).doesNotExist();

    Files.writeString(pipe, "mine");

    assertThatThrownBy(() -> output.tell(TestBulletins.critical(), TestBulletins.ample()))
        .hasMessage(pipe + " is no pipe");
    assertThat(pipe).hasContent("mine");
  }

  private CompletableFuture<String> reading() {
    CompletableFuture<String> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in = Files.newBufferedReader(pipe, StandardCharsets.UTF_8)) {
                StringBuilder text = new StringBuilder();
                for (int c = in.read(); c >= 0; c = in.read()) {
                  text.append((char) c);
                }
                read.complete(text.toString());
              } catch (IOException e) {
                read.completeExceptionally(e);
              }
            });
    reader.setDaemon(true);
    reader.start();
    return read;
  }

  private ResultOutput output() {
    return new NagiosPipeFactory().create(Settings.of(Map.of("file", pipe, "service", "sentinel")));
  }
}
