package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedBackup.HOME;
import static io.github.quartermaster.ebs.EmulatedBackup.RUN;

import io.github.quartermaster.ebs.aws.AwsAccess;
import io.github.quartermaster.ebs.aws.Ec2BlockStorage;
import io.github.quartermaster.ebs.internal.time.ThreadTimeline;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A restore or a drill over an emulator, in its time, by the caller or in a process of its own,
 * which can be killed as no thread can.
 */
public final class EmulatedRestore {
  public static final RunId RESTORE = new RunId("after-the-flood");

  private EmulatedRestore() {}

  /** Restores the run, or takes the restore up. */
  public static RestoreResult restore(
      EmulatorClock clock, Consumer<Duration> advance, Path journals) {
    RestoreRequest request =
        new RestoreRequest(
            RUN,
            HOME,
            List.of(),
            RestoreRules.AS_IT_WAS,
            RESTORE,
            false,
            journals,
            RestoreRequest.DEFAULT_TIMEOUT);
    return call(clock, advance, backups -> backups.restore(request));
  }

  /** Drills, whatever there is. */
  public static DrillResult drill(EmulatorClock clock, Consumer<Duration> advance, Path journals) {
    return call(clock, advance, backups -> backups.drill(DrillRequest.of(HOME, journals)));
  }

  private static <T> T call(
      EmulatorClock clock, Consumer<Duration> advance, Function<Backups, T> job) {
    try (BlockStorage storage = Ec2BlockStorage.connect(AwsAccess.DEFAULT)) {
      return job.apply(
          new Backups(
              storage,
              event -> {},
              clock,
              () ->
                  new ThreadTimeline(clock, 4, next -> EmulatedBackup.skip(clock, advance, next))));
    }
  }

  /**
   * Starts a process that restores or drills.
   *
   * @param goal {@code restore} or {@code drill}
   */
  public static Process start(String goal, URI endpoint, Instant now, Path journals, Path log)
      throws IOException {
    return EmulatedBackup.start(
        EmulatedRestore.class,
        List.of(goal, endpoint.toString(), now.toString(), journals.toString()),
        endpoint,
        log);
  }

  public static void main(String[] arguments) {
    URI endpoint = URI.create(arguments[1]);
    EmulatorClock clock = EmulatorClock.standing(Instant.parse(arguments[2]));
    Consumer<Duration> advance =
        span -> {
          EmulatedBackup.advance(endpoint, span);
          clock.advance(span);
        };
    Path journals = Path.of(arguments[3]);
    boolean good =
        arguments[0].equals("drill")
            ? drill(clock, advance, journals).isPassed()
            : restore(clock, advance, journals).isComplete();
    if (!good) {
      throw new IllegalStateException(arguments[0] + " is not as it should be");
    }
  }
}
