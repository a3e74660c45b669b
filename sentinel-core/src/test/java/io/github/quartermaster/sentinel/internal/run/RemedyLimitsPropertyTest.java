package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Remedies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever happens to the host, the program and the clock: what is done is counted by the time that
 * really went by, which no clock of the program shows.
 */
class RemedyLimitsPropertyTest {
  private static final ActionLimit HOURLY = Remedies.limit(2, 1);
  private static final ActionLimit DAILY = Remedies.limit(5, 24);
  private static final ActionLimit OF_TARGET = Remedies.limit(3, 2);
  private static final ActionLimit OF_ALL = Remedies.limit(4, 3);

  /** A clock that is set by less is not noticed. */
  private static final Duration UNNOTICED = Duration.ofSeconds(1);

  private static final MaintenanceWindow NIGHT =
      new MaintenanceWindow(
          EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 0), LocalTime.of(4, 0), ZoneOffset.UTC);

  private final List<Duration> cleaned = new ArrayList<>();
  private final List<Duration> all = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private Path folder = Path.of("");
  private Path stop = Path.of("");
  private Random random = new Random(0);
  private Host host = new Host(folder);

  @BeforeTry
  void prepare() throws IOException {
    folder = Files.createTempDirectory("remedies");
    stop = folder.resolve("STOP");
    host = new Host(folder.resolve("state"));
    cleaned.clear();
    all.clear();
    wrong.clear();
  }

  @AfterTry
  void tidyUp() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 60)
  void limits_hold_and_nothing_is_done_that_must_not_be(@ForAll long seed) {
    random = new Random(seed);
    host.healing = healing();
    host.clean.doing(() -> act(cleaned, Host.DISK.value()));
    host.restart.doing(() -> act(new ArrayList<>(), "shop"));
    host.time.whileAsleep(this::maybeDie);

    for (int event = 0; event < 300; event++) {
      happen();
      try {
        host.round();
      } catch (Died died) {
        host.restartProgram();
      }
    }

    assertThat(wrong).isEmpty();
    Statistics.label("there was something to limit")
        .collect(cleaned.size() > DAILY.max())
        .coverage(coverage -> coverage.check(true).percentage(part -> part > 50));
    assertHolds(HOURLY, cleaned);
    assertHolds(DAILY, cleaned);
    assertHolds(OF_TARGET, cleaned);
    assertHolds(OF_ALL, all);
  }

  private Healing healing() {
    Healing usual =
        Remedies.healing(
            List.of(
                Remedies.limited(
                    Remedies.cooling(Remedies.of("disk", "clean"), Duration.ofSeconds(30)),
                    HOURLY,
                    DAILY),
                Remedies.cooling(Remedies.of("shop", "restart"), Duration.ofSeconds(30))),
            List.of(OF_ALL),
            1,
            stop);
    return Remedies.maintained(Remedies.limitingTargets(usual, OF_TARGET), NIGHT);
  }

  /** What goes on in the world between two rounds. */
  private void happen() {
    host.time.goOn(Duration.ofSeconds(random.nextInt(random.nextInt(10) == 0 ? 7200 : 120)));
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> host.full();
      case 4 -> host.healthy();
      case 5 -> host.unknown("disk");
      case 6 -> {
        host.healthy();
        host.score("shop", 10_000);
      }
      case 7 -> host.time.setClock(Duration.ofSeconds(random.nextInt(400_000) - 200_000));
      case 8 -> host.restartProgram();
      case 9 -> reboot();
      case 10 -> toggleKillSwitch();
      default -> {
        // all goes on as it is
      }
    }
  }

  /** A clock set forward while the machine is off looks like time gone by: that does not happen. */
  private void reboot() {
    try {
      host.round();
    } catch (Died died) {
      // the machine goes down anyway
    }
    host.restartProgram();
    host.time.reboot();
    if (random.nextBoolean()) {
      host.time.setClock(Duration.ofSeconds(-random.nextInt(400_000)));
    }
  }

  private void toggleKillSwitch() {
    try {
      if (!Files.deleteIfExists(stop)) {
        Files.createFile(stop);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ActionOutcome act(List<Duration> runs, String target) {
    runs.add(host.time.really());
    all.add(host.time.really());
    check(!Files.exists(stop), "acted in spite of the kill switch");
    check(!NIGHT.contains(host.time.now()), "acted during maintenance");
    check(host.isSick(target), "acted on " + target + ", which is not known to be sick");
    check(target.equals("disk") || !host.isSick("disk"), "acted on a symptom");
    switch (random.nextInt(4)) {
      case 0 -> host.healthy();
      case 1 -> host.score("shop", 10_000);
      case 2 -> {
        return new ActionOutcome.Failed("failed");
      }
      default -> {
        // no effect
      }
    }
    return new ActionOutcome.Done("did it");
  }

  private void maybeDie() {
    if (random.nextInt(8) == 0) {
      throw new Died();
    }
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  private static void assertHolds(ActionLimit limit, List<Duration> runs) {
    for (int i = limit.max(); i < runs.size(); i++) {
      assertThat(runs.get(i).minus(runs.get(i - limit.max())))
          .as("the time in which there were " + (limit.max() + 1) + " of " + limit)
          .isGreaterThanOrEqualTo(limit.per().minus(UNNOTICED));
    }
  }

  /** The program is killed between two instructions. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
