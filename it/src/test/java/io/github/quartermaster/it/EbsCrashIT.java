package io.github.quartermaster.it;

import static io.github.quartermaster.ebs.EmulatedBackup.AWAY;
import static io.github.quartermaster.ebs.EmulatedBackup.CONTENT;
import static io.github.quartermaster.ebs.EmulatedBackup.HOME;
import static io.github.quartermaster.ebs.EmulatedBackup.LOGS;
import static io.github.quartermaster.ebs.EmulatedBackup.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.EmulatedBackup;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeSpec;
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
 * The process is killed at any request to AWS, and the same run is taken up, with its journal or
 * without. Tags are found 10 s late all the while.
 */
class EbsCrashIT {
  /** Far more than a run of two volumes needs. */
  private static final int MOST_REQUESTS = 200;

  private static final int CREATING_REQUESTS = 3;

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

  /** What only looks is as good as not asked; of what creates see below. */
  @Test
  void whichever_request_is_the_last_the_same_run_ends_with_one_of_each() throws Exception {
    int last = 1;
    while (crashesAndIsTakenUp(isNumber(last), Moment.BEFORE_ACTION)) {
      last++;
      assertThat(last).isLessThan(MOST_REQUESTS);
    }
    assertThat(last).as("requests of a run that nobody kills").isGreaterThan(10);
  }

  @Test
  void whatever_is_known_of_a_creating_request_the_same_run_ends_with_one_of_each()
      throws Exception {
    for (Moment moment : List.of(Moment.AFTER_ACTION, Moment.MID_ANSWER, Moment.AFTER_ANSWER)) {
      for (int call = 1; call <= CREATING_REQUESTS; call++) {
        assertThat(crashesAndIsTakenUp(isCreatingCall(call), moment)).isTrue();
      }
    }
  }

  private static Predicate<EmulatedRequest> isNumber(int number) {
    return request -> request.number() == number;
  }

  private static Predicate<EmulatedRequest> isCreatingCall(int call) {
    Map<Long, Integer> calls = new HashMap<>();
    AtomicInteger count = new AtomicInteger();
    return request -> {
      if (!isCreating(request)) {
        return false;
      }
      synchronized (calls) {
        return calls.computeIfAbsent(request.number(), number -> count.incrementAndGet()) == call;
      }
    };
  }

  private static boolean isCreating(EmulatedRequest request) {
    return List.of("CreateSnapshot", "CopySnapshot").contains(request.action())
        && request.parameter("DryRun").isEmpty();
  }

  /** Whether the process came as far as to be killed. */
  private boolean crashesAndIsTakenUp(Predicate<EmulatedRequest> last, Moment moment)
      throws Exception {
    Path folder = Place.work("ebs-crash");
    Path journals = Files.createDirectories(folder.resolve("journals"));
    try (Ec2Emulator ec2 = Ec2Emulator.builder().start()) {
      for (VolumeSpec volume : List.of(CONTENT, LOGS)) {
        ec2.account().add(EmulatedVolume.of(HOME.name(), volume.id().value(), 8));
      }
      ec2.clock().advance(Duration.ofHours(1));
      ec2.account().lag(Lag.NONE, Lag.ofTime(Duration.ofSeconds(10)), Lag.NONE);
      EmulatedBackup.properties(ec2.endpoint()).forEach(this::set);
      Path log = folder.resolve("log.txt");
      boolean killed = kill(ec2, last, moment, journals, log);
      int lost = killed ? ++crashes % 2 : 0;
      String when =
          "killed %s of request %s; journal %s"
              .formatted(moment, ec2.requests().size(), lost == 1 ? "lost" : "kept");
      if (lost == 1) {
        Files.deleteIfExists(journals.resolve("ebs-" + RUN + ".journal"));
      }
      BackupResult result = EmulatedBackup.run(ec2.clock(), ec2.clock()::advance, journals);
      assertThat(result.problems()).as(when).isEmpty();
      assertThat(result.isComplete()).as(when).isTrue();
      assertThat(killed || !result.changed()).as("nothing is left to do").isTrue();
      assertIsThere(ec2, HOME, Map.of(token(CONTENT), CONTENT, token(LOGS), LOGS), when);
      assertIsThere(
          ec2, AWAY, Map.of(Token.ofCopy(RUN, CONTENT.id(), AWAY).toString(), CONTENT), when);
      return killed;
    }
  }

  private boolean kill(
      Ec2Emulator ec2, Predicate<EmulatedRequest> last, Moment moment, Path journals, Path log)
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
    Process process = EmulatedBackup.start(ec2.endpoint(), ec2.clock().instant(), journals, log);
    started.complete(process);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    if (!killed.get()) {
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
    return killed.get();
  }

  private static String token(VolumeSpec volume) {
    return Token.ofVolume(RUN, volume.id()).toString();
  }

  private static void assertIsThere(
      Ec2Emulator ec2, Region region, Map<String, VolumeSpec> wanted, String when) {
    List<EmulatedSnapshot> there = ec2.snapshots(region.name());
    assertThat(there)
        .as(when)
        .extracting(snapshot -> snapshot.tags().getOrDefault(OurTags.TOKEN, "none"))
        .containsExactlyInAnyOrderElementsOf(wanted.keySet());
    for (EmulatedSnapshot snapshot : there) {
      VolumeSpec volume = wanted.get(snapshot.tags().getOrDefault(OurTags.TOKEN, "none"));
      assertThat(volume).isNotNull();
      assertThat(snapshot.state()).as(when).isEqualTo("completed");
      assertThat(snapshot.tags())
          .as(when)
          .containsEntry(OurTags.NAME, volume.description() + " " + volume.id())
          .containsEntry(OurTags.RUN, RUN.value())
          .containsEntry(OurTags.SOURCE_VOLUME, volume.id().value());
    }
  }

  private void set(String property, String value) {
    propertiesBefore.putIfAbsent(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }
}
