package io.github.quartermaster.sentinel.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HangUpTest {
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void the_signal_does_what_it_was_given_to_do_each_time()
      throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      CountDownLatch heard = new CountDownLatch(1);
      assertThat(HangUp.onSignal(heard::countDown)).isTrue();

      new ProcessBuilder("kill", "-HUP", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();

      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
