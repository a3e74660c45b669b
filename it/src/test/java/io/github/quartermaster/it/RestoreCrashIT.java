package io.github.quartermaster.it;

import static io.github.quartermaster.ebs.EmulatedBackup.HOME;
import static io.github.quartermaster.ebs.EmulatedBackup.RUN;
import static io.github.quartermaster.ebs.EmulatedRestore.RESTORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.EmulatedBackup;
import io.github.quartermaster.ebs.EmulatedRestore;
import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Lag;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The process is killed at any request of a restore or a drill. New volumes are found by their tag
 * 10 s late all the while; of the old ones there is none any more.
 */
class RestoreCrashIT {
  /** Far more than two volumes need. */
  private static final int MOST_REQUESTS = 60;

  private static final List<String> VOLUMES =
      List.of("vol-0c0ffee0000000001", "vol-0c0ffee0000000002");

  private final Map<String, String> propertiesBefore = new HashMap<>();
  private int crashes;

  @AfterEach
  void restoreProperties() {
    propertiesBefore.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  @Test
  void whichever_request_of_a_restore_is_the_last_the_same_restore_makes_one_of_each()
      throws Exception {
    int last = 1;
    while (crashes("restore", isNumber(last), Moment.BEFORE_ACTION)) {
      last++;
      assertThat(last).isLessThan(MOST_REQUESTS);
    }
    assertThat(last).as("requests of a restore that nobody kills").isGreaterThan(4);
  }

  @Test
  void whatever_is_known_of_the_making_of_a_volume_there_is_one_of_each() throws Exception {
    for (Moment moment : List.of(Moment.AFTER_ACTION, Moment.MID_ANSWER, Moment.AFTER_ANSWER)) {
      for (int call = 1; call <= VOLUMES.size(); call++) {
        assertThat(crashes("restore", isCall("CreateVolume", call), moment)).isTrue();
      }
    }
  }

  @Test
  void whichever_request_of_a_drill_is_the_last_the_next_drill_leaves_nothing() throws Exception {
    int last = 1;
    while (crashes("drill", isNumber(last), Moment.BEFORE_ACTION)) {
      last++;
      assertThat(last).isLessThan(MOST_REQUESTS);
    }
    assertThat(last).as("requests of a drill that nobody kills").isGreaterThan(6);
  }

  @Test
  void whatever_is_known_of_a_drills_volume_the_next_drill_leaves_nothing() throws Exception {
    for (String action : List.of("CreateVolume", "DeleteVolume")) {
      for (Moment moment : List.of(Moment.AFTER_ACTION, Moment.MID_ANSWER)) {
        assertThat(crashes("drill", isCall(action, 1), moment)).isTrue();
      }
    }
  }

  private static Predicate<EmulatedRequest> isNumber(int number) {
    return request -> request.number() == number;
  }

  private static Predicate<EmulatedRequest> isCall(String action, int call) {
    Map<Long, Integer> calls = new HashMap<>();
    AtomicInteger count = new AtomicInteger();
    return request -> {
      if (!request.action().equals(action)) {
        return false;
      }
      synchronized (calls) {
        return calls.computeIfAbsent(request.number(), number -> count.incrementAndGet()) == call;
      }
    };
  }

  /** Whether the process came as far as to be killed; either way all is well in the end. */
  private boolean crashes(String goal, Predicate<EmulatedRequest> last, Moment moment)
      throws Exception {
    Path folder = Place.work("restore-crash");
    Path journals = Files.createDirectories(folder.resolve("journals"));
    try (Ec2Emulator ec2 = Ec2Emulator.builder().start()) {
      for (String volume : VOLUMES) {
        ec2.account().add(snapshot(volume, ec2));
      }
      ec2.clock().advance(Duration.ofHours(1));
      ec2.account().lag(Lag.NONE, Lag.ofTime(Duration.ofSeconds(10)), Lag.NONE);
      EmulatedBackup.properties(ec2.endpoint()).forEach(this::set);
      boolean killed = kill(goal, ec2, last, moment, journals, folder.resolve("log.txt"));
      boolean lost = killed && ++crashes % 2 == 1;
      String when =
          "%s killed %s of request %s; journal %s"
              .formatted(goal, moment, ec2.requests().size(), lost ? "lost" : "kept");
      if (lost) {
        Files.deleteIfExists(journals.resolve("restore-" + RESTORE + ".journal"));
        Files.deleteIfExists(journals.resolve("drill.journal"));
      }
      if (goal.equals("restore")) {
        assertIsRestored(ec2, journals, when);
      } else {
        assertNothingIsLeft(ec2, journals, when);
      }
      return killed;
    }
  }

  private static void assertIsRestored(Ec2Emulator ec2, Path journals, String when) {
    RestoreResult result = EmulatedRestore.restore(ec2.clock(), ec2.clock()::advance, journals);

    assertThat(result.problems()).as(when).isEmpty();
    assertThat(result.isComplete()).as(when).isTrue();
    assertThat(ec2.account().volumes(HOME.name()))
        .as(when)
        .allSatisfy(
            volume -> {
              assertThat(volume.tags())
                  .containsEntry(OurTags.RESTORE, RUN + "/" + RESTORE)
                  .containsEntry("application", "alfresco");
              assertThat(volume.state()).isEqualTo("available");
            })
        .extracting(volume -> volume.tags().get(OurTags.SOURCE_VOLUME))
        .containsExactlyInAnyOrderElementsOf(VOLUMES);
  }

  private static void assertNothingIsLeft(Ec2Emulator ec2, Path journals, String when) {
    ec2.clock().advance(Duration.ofHours(3));

    DrillResult result = EmulatedRestore.drill(ec2.clock(), ec2.clock()::advance, journals);

    assertThat(result.problems()).as(when).isEmpty();
    assertThat(result.isPassed()).as(when).isTrue();
    assertThat(ec2.account().volumes(HOME.name()))
        .as(when)
        .extracting(EmulatedVolume::id)
        .isEmpty();
  }

  private static EmulatedSnapshot snapshot(String volume, Ec2Emulator ec2) {
    return EmulatedSnapshot.of(
            HOME.name(), "snap-" + volume.substring(4), volume, 8, ec2.clock().instant())
        .withTag(OurTags.RUN, RUN.value())
        .withTag(OurTags.TOKEN, RUN + "/" + volume)
        .withTag(OurTags.SOURCE_VOLUME, volume)
        .withTag(OurTags.VOLUME, "type=gp3 size=8 iops=3000 throughput=125 zone=us-east-1a")
        .withTag(OurTags.OF_VOLUME + "application", "alfresco");
  }

  private boolean kill(
      String goal,
      Ec2Emulator ec2,
      Predicate<EmulatedRequest> last,
      Moment moment,
      Path journals,
      Path log)
      throws Exception {
    CompletableFuture<Process> started = new CompletableFuture<>();
    AtomicBoolean killed = new AtomicBoolean();
    ec2.hook(
        (reached, request) -> {
          if (reached == moment && !killed.get() && last.test(request)) {
            killed.set(true);
            started.join().destroyForcibly().onExit().join();
          }
        });
    if (moment == Moment.BEFORE_ACTION) {
      ec2.faults().when(last, Fault.reset());
    }
    Process process =
        EmulatedRestore.start(goal, ec2.endpoint(), ec2.clock().instant(), journals, log);
    started.complete(process);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    if (!killed.get()) {
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
    return killed.get();
  }

  private void set(String property, String value) {
    propertiesBefore.putIfAbsent(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }
}
