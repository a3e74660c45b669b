package io.github.quartermaster.sentinel.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServiceManagerTest {
  @TempDir Path folder;

  @Test
  void nobody_is_told_where_nobody_asked() throws InterruptedException {
    ServiceManager manager =
        new ServiceManager(Map.of("WATCHDOG_USEC", "1000000"), List.of("none"));

    assertThat(manager.tell(ServiceManager.READY)).isEmpty();
    assertThat(manager.aliveEvery()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void who_asked_is_told() throws IOException, InterruptedException {
    Path told = folder.resolve("told");
    Path program = folder.resolve("notify");
    Files.writeString(program, "#!/bin/sh\necho \"$@\" >>" + told + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    ServiceManager manager =
        new ServiceManager(Map.of("NOTIFY_SOCKET", "/run/x"), List.of(program.toString()));

    assertThat(manager.tell(ServiceManager.READY)).isEmpty();
    assertThat(manager.tell(ServiceManager.STOPPING)).isEmpty();

    assertThat(Files.readString(told)).isEqualTo("READY=1\nSTOPPING=1\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void that_it_cannot_be_told_is_said() throws InterruptedException {
    Map<String, String> environment = Map.of("NOTIFY_SOCKET", "/run/x");

    assertThat(new ServiceManager(environment, List.of("/none")).tell(ServiceManager.READY))
        .isPresent();
    assertThat(new ServiceManager(environment, List.of("false")).tell(ServiceManager.READY))
        .hasValueSatisfying(why -> assertThat(why).contains("exited with 1"));
  }

  @Test
  void it_wants_to_hear_at_half_of_the_time_after_which_it_kills() {
    assertThat(alive(Map.of("WATCHDOG_USEC", "60000000"))).isEqualTo(Duration.ofSeconds(30));
    String self = Long.toString(ProcessHandle.current().pid());
    assertThat(alive(Map.of("WATCHDOG_USEC", "60000000", "WATCHDOG_PID", self)))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(alive(Map.of("WATCHDOG_USEC", "60000000", "WATCHDOG_PID", "1"))).isNull();
    assertThat(alive(Map.of("WATCHDOG_USEC", "soon"))).isNull();
    assertThat(alive(Map.of())).isNull();
  }

  private static Duration alive(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("NOTIFY_SOCKET", "/run/x");
    return new ServiceManager(environment).aliveEvery().orElse(null);
  }
}
