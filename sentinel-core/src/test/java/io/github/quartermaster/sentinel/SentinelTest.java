package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.SentinelEvent;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentinelTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @Test
  void a_provider_is_one_line() {
    Sentinel sentinel =
        Sentinel.builder()
            .provider(
                "depth", it -> Reading.of("queue:orders").metric("depth", 6000, "", 1000, 5000))
            .build();

    CheckResult result = sentinel.check(CheckRequest.ALL);

    assertThat(result.components())
        .extracting(ComponentHealth::id)
        .containsExactly(new ComponentId("queue:orders"));
    assertThat(result.gateResult()).isEqualTo(GateResult.FAILED);
  }

  @Test
  void a_dependency_is_another_line() {
    Sentinel sentinel =
        Sentinel.builder()
            .provider("app", it -> Reading.down(new ComponentId("app"), "no answer"))
            .provider("disk", it -> Reading.of("disk").metric("used", 97, "%", 70, 95))
            .requires("app", "disk")
            .build();

    assertThat(sentinel.graph().graph().dependencies())
        .containsExactly(
            new Dependency(
                new ComponentId("app"), new ComponentId("disk"), 1, Dependency.Origin.DECLARED));
    assertThat(sentinel.check(CheckRequest.ALL).graph().dependencies()).hasSize(1);
  }

  @Test
  void a_provider_that_hangs_is_unknown_and_holds_up_nobody_else() {
    CountDownLatch never = new CountDownLatch(1);
    Sentinel sentinel =
        Sentinel.builder()
            .provider(
                spec("mount", Duration.ofMillis(100)), provider("mount", () -> awaitDeaf(never)))
            .provider("cpu", it -> Reading.of("cpu"))
            .build();

    CheckResult result = sentinel.check(CheckRequest.ALL);
    never.countDown();

    assertThat(status(result, "mount")).isEqualTo(Status.UNKNOWN);
    assertThat(message(result, "mount")).isEqualTo("no answer within 100 ms");
    assertThat(status(result, "cpu")).isEqualTo(Status.OK);
    assertThat(result.gateResult()).isEqualTo(GateResult.FAILED_ON_UNKNOWN);
  }

  @Test
  void what_a_provider_says_after_its_time_does_not_show() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    HealthProvider provider =
        provider(
            "mount",
            () -> {
              awaitDeaf(late);
              said.countDown();
              return Reading.of("mount");
            });
    Sentinel sentinel =
        Sentinel.builder().provider(spec("mount", Duration.ofMillis(50)), provider).build();

    CheckResult result = sentinel.check(CheckRequest.ALL);
    late.countDown();
    said.await();

    assertThat(status(result, "mount")).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_provider_that_hangs_for_ever_costs_one_thread_and_comes_back_when_it_ends()
      throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> threads = new CopyOnWriteArrayList<>();
    HealthProvider provider =
        provider(
            "mount",
            () -> {
              threads.add(Thread.currentThread());
              return awaitDeaf(end);
            });
    Sentinel sentinel =
        Sentinel.builder().provider(spec("mount", Duration.ofMillis(20)), provider).build();

    sentinel.check(CheckRequest.ALL);
    CheckResult second = sentinel.check(CheckRequest.ALL);
    CheckResult third = sentinel.check(CheckRequest.ALL);

    assertThat(threads).hasSize(1);
    assertThat(second.gateResult()).isEqualTo(GateResult.FAILED_ON_UNKNOWN);
    assertThat(message(third, "mount")).contains("still hangs");

    end.countDown();
    threads.get(0).join();
    sentinel.check(CheckRequest.ALL);
    assertThat(threads).hasSize(2);
  }

  @Test
  void nobody_looks_closer_with_a_provider_that_still_hangs() {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger examined = new AtomicInteger();
    HealthProvider hanging =
        new HealthProvider() {
          @Override
          public List<Component> components(ProbeContext context) {
            return List.of(component("mount"));
          }

          @Override
          public List<Reading> probe(ProbeContext context) {
            return List.of(awaitDeaf(end));
          }

          @Override
          public List<Reading> examine(ComponentId component, ProbeContext context) {
            examined.incrementAndGet();
            return List.of();
          }
        };
    CheckResult result =
        Sentinel.builder()
            .provider(spec("mount", Duration.ofMillis(20)), hanging)
            .provider("app", it -> Reading.down(new ComponentId("app"), "no answer"))
            .requires("app", "mount")
            .build()
            .check(CheckRequest.ALL);
    end.countDown();

    assertThat(result.diagnosis().causes())
        .extracting(Cause::component)
        .contains(new ComponentId("mount"));
    assertThat(examined).hasValue(0);
  }

  @Test
  void a_check_that_finds_nothing_to_look_at_is_unknown_not_healthy() {
    HealthProvider nothing =
        new HealthProvider() {
          @Override
          public List<Component> components(ProbeContext context) {
            return List.of();
          }

          @Override
          public List<Reading> probe(ProbeContext context) {
            return List.of();
          }
        };
    CheckResult result =
        Sentinel.builder()
            .provider(spec("srv-disks", Duration.ofSeconds(5)), nothing)
            .build()
            .check(CheckRequest.ALL);

    assertThat(status(result, "srv-disks")).isEqualTo(Status.UNKNOWN);
    assertThat(message(result, "srv-disks")).isEqualTo("its provider found nothing to look at");
    assertThat(result.gateResult()).isEqualTo(GateResult.FAILED_ON_UNKNOWN);
  }

  @Test
  void a_closer_look_makes_nothing_unknown_and_nothing_else_sick() {
    HealthProvider careless =
        new HealthProvider() {
          @Override
          public List<Component> components(ProbeContext context) {
            return List.of(component("queue"), component("worker"));
          }

          @Override
          public List<Reading> probe(ProbeContext context) {
            return List.of(
                Reading.of("queue").metric("depth", 80, "", 70, 95), Reading.of("worker"));
          }

          @Override
          public List<Reading> examine(ComponentId component, ProbeContext context) {
            return List.of(
                Reading.unknown(new ComponentId("queue"), "too slow to be looked at"),
                Reading.down(new ComponentId("worker"), "not asked about"));
          }
        };
    CheckResult result =
        Sentinel.builder()
            .provider(spec("queue", Duration.ofSeconds(5)), careless)
            .build()
            .check(CheckRequest.ALL);

    assertThat(status(result, "worker")).isEqualTo(Status.OK);
    assertThat(status(result, "queue")).isEqualTo(Status.WARNING);
    assertThat(result.gateResult()).isEqualTo(GateResult.WARNED);
  }

  @Test
  void a_provider_that_throws_is_unknown_and_says_why() {
    Sentinel sentinel =
        Sentinel.builder()
            .provider(
                "db",
                it -> {
                  throw new IllegalStateException("no driver for jdbc:oops");
                })
            .provider(
                "odd",
                it -> {
                  throw new NoClassDefFoundError("org/example/Gone");
                })
            .provider(
                "xml",
                it -> {
                  throw new ServiceConfigurationError("no parser is configured");
                })
            .build();

    CheckResult result = sentinel.check(CheckRequest.ALL);

    assertThat(status(result, "db")).isEqualTo(Status.UNKNOWN);
    assertThat(message(result, "db")).contains("no driver for jdbc:oops");
    assertThat(message(result, "odd")).contains("org/example/Gone");
    assertThat(message(result, "xml")).contains("no parser is configured");
  }

  @Test
  void a_component_that_its_provider_says_nothing_of_is_unknown() {
    HealthProvider silent =
        new HealthProvider() {
          @Override
          public List<Component> components(ProbeContext context) {
            return List.of(component("disk:/"), component("disk:/var"));
          }

          @Override
          public List<Reading> probe(ProbeContext context) {
            return List.of(Reading.of("disk:/"));
          }
        };
    CheckResult result =
        Sentinel.builder()
            .provider(spec("disk", Duration.ofSeconds(5)), silent)
            .build()
            .check(CheckRequest.ALL);

    assertThat(status(result, "disk:/")).isEqualTo(Status.OK);
    assertThat(status(result, "disk:/var")).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_component_that_two_checks_measure_is_as_bad_as_the_worse() {
    CheckResult result =
        Sentinel.builder()
            .provider("one", it -> Reading.of("tcp:db:5432"))
            .provider("two", it -> Reading.down(new ComponentId("tcp:db:5432"), "refused"))
            .build()
            .check(CheckRequest.ALL);

    assertThat(result.components()).hasSize(1);
    assertThat(status(result, "tcp:db:5432")).isEqualTo(Status.CRITICAL);
  }

  @Test
  void a_warning_does_not_hide_that_another_check_of_it_could_not_tell() {
    CheckResult result =
        Sentinel.builder()
            .provider("one", it -> Reading.of("web").metric("time", 3, "s", 2, 10))
            .provider("two", it -> Reading.unknown(new ComponentId("web"), "no number"))
            .build()
            .check(CheckRequest.ALL);

    assertThat(status(result, "web")).isEqualTo(Status.WARNING);
    assertThat(result.gateResult()).isEqualTo(GateResult.FAILED_ON_UNKNOWN);
    assertThat(TextReport.plain(result))
        .contains("closed: 1 component could not be checked", "no number");
  }

  @Test
  void a_dependency_of_a_component_that_there_is_not_is_told() {
    Sentinel sentinel =
        Sentinel.builder().provider("app", it -> Reading.of("app")).requires("ap", "app").build();

    assertThat(sentinel.check(CheckRequest.ALL).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("component ap,"));
  }

  @Test
  void a_check_is_found_by_its_name_also_where_another_one_measures_the_same() {
    CheckResult result =
        Sentinel.builder()
            .provider("disks", it -> Reading.of("disk:/"))
            .provider("data", it -> Reading.of("disk:/"))
            .provider("app", it -> Reading.of("app"))
            .requires("app", "data")
            .build()
            .check(CheckRequest.ALL);

    assertThat(result.problems()).isEmpty();
    assertThat(result.graph().dependencies())
        .extracting(Dependency::prerequisite)
        .containsExactly(new ComponentId("disk:/"));
  }

  @Test
  void two_checks_of_one_name_are_refused() {
    SentinelBuilder twice =
        Sentinel.builder()
            .provider("cpu", it -> Reading.of("cpu"))
            .provider("cpu", it -> Reading.down(new ComponentId("cpu"), "melted"));

    assertThatThrownBy(twice::build)
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining("cpu");
  }

  @Test
  void dropped_executables_are_checked_beside_providers_of_ones_own(@TempDir Path plugins)
      throws IOException {
    Path script = plugins.resolve("queue.sh");
    Files.writeString(script, "#!/bin/sh\nexit 2\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (Sentinel sentinel =
        Sentinel.builder().plugins(plugins).provider("cpu", it -> Reading.of("cpu")).build()) {
      CheckResult result = sentinel.check(CheckRequest.ALL);

      assertThat(status(result, "queue")).isEqualTo(Status.CRITICAL);
      assertThat(status(result, "cpu")).isEqualTo(Status.OK);
    }
  }

  @Test
  void only_the_checks_that_are_asked_for_run() {
    AtomicInteger asked = new AtomicInteger();
    Sentinel sentinel =
        Sentinel.builder()
            .provider("cpu", it -> Reading.of("cpu"))
            .provider(
                "slow",
                it -> {
                  asked.incrementAndGet();
                  return Reading.of("slow");
                })
            .build();

    CheckResult result = sentinel.check(only("cpu"));

    assertThat(asked).hasValue(0);
    assertThat(result.components()).hasSize(1);
  }

  @Test
  void a_check_that_there_is_not_is_refused_and_the_others_are_named() {
    Sentinel sentinel = Sentinel.builder().provider("cpu", it -> Reading.of("cpu")).build();

    assertThatThrownBy(() -> sentinel.check(only("cpv")))
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining("cpv")
        .hasMessageContaining("Name one of cpu");
  }

  @Test
  void it_is_patient_until_all_is_well() {
    AtomicInteger rounds = new AtomicInteger();
    List<SentinelEvent> events = new ArrayList<>();
    Sentinel sentinel =
        Sentinel.builder()
            .provider(
                "app",
                it ->
                    rounds.incrementAndGet() < 3
                        ? Reading.down(new ComponentId("app"), "starting")
                        : Reading.of("app"))
            .listener(events::add)
            .build();

    CheckResult result =
        sentinel.check(
            new CheckRequest(Set.of(), Gate.DEFAULT, Duration.ofMinutes(1), Duration.ofMillis(1)));

    assertThat(result.gateResult()).isEqualTo(GateResult.PASSED);
    assertThat(events.stream().filter(SentinelEvent.Waiting.class::isInstance)).hasSize(2);
  }

  @Test
  void it_is_not_patient_for_ever() {
    Sentinel sentinel =
        Sentinel.builder()
            .provider("app", it -> Reading.down(new ComponentId("app"), "dead"))
            .build();

    CheckResult result =
        sentinel.check(
            new CheckRequest(Set.of(), Gate.DEFAULT, Duration.ofMillis(20), Duration.ofMillis(5)));

    assertThat(result.gateResult()).isEqualTo(GateResult.FAILED);
  }

  @Test
  void samples_bear_the_time_of_the_clock_that_was_given() {
    Sentinel sentinel =
        Sentinel.builder().provider("cpu", it -> Reading.of("cpu")).clock(CLOCK).build();

    assertThat(sentinel.check(CheckRequest.ALL).snapshot().samples())
        .extracting(Sample::at)
        .containsExactly(CLOCK.instant());
  }

  private static CheckRequest only(String check) {
    return new CheckRequest(Set.of(check), Gate.DEFAULT, Duration.ZERO, Duration.ZERO);
  }

  private static Status status(CheckResult result, String id) {
    return result.component(new ComponentId(id)).orElseThrow().status();
  }

  private static String message(CheckResult result, String id) {
    return result.component(new ComponentId(id)).orElseThrow().message();
  }

  private static CheckSpec spec(String name, Duration timeout) {
    return new CheckSpec(
        name, "java", Settings.NONE, timeout, new TreeSet<>(), List.of(), List.of(), true);
  }

  private static Component component(String id) {
    return Component.of(new ComponentId(id), id, "java", Blame.INHERITABLE);
  }

  private static HealthProvider provider(String id, Callable<Reading> reading) {
    return new HealthProvider() {
      @Override
      public List<Component> components(ProbeContext context) {
        return List.of(component(id));
      }

      @Override
      public List<Reading> probe(ProbeContext context) throws Exception {
        return List.of(reading.call());
      }
    };
  }

  /** Hangs as a read from a file server that is gone does: no interrupt gets through. */
  private static Reading awaitDeaf(CountDownLatch latch) {
    boolean waiting = true;
    while (waiting) {
      try {
        latch.await();
        waiting = false;
      } catch (InterruptedException e) {
        // deaf
      }
    }
    return Reading.of("mount");
  }
}
