package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.it.benchmark.SyntheticAmps;
import io.github.quartermaster.it.benchmark.SyntheticWar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The process is killed at any moment: the power goes, or somebody has no patience. */
class CrashIT {
  private static final int KILLS = 25;
  private static final List<String> NAMES = List.of("alfresco.war", "alfresco-copy.war");

  private static Path old;
  private static Path updated;
  private static Path amps;

  /** What a run writes that nobody kills. */
  private static List<String> undisturbed;

  private final Path folder = Place.work("crash");
  private final List<Path> wars = NAMES.stream().map(folder::resolve).toList();

  @BeforeAll
  static void make() throws Exception {
    Path material = Place.work("crash-material");
    old = material.resolve("old.war");
    new SyntheticWar(24, 40, 2000).write(old);
    amps = material.resolve("amps");
    new SyntheticAmps(4, 6).write(amps);
    updated = Files.copy(old, material.resolve("updated.war"));
    Path other = Files.copy(old, material.resolve("other.war"));
    undisturbed = apply(List.of(updated, other)).run();
    assertThat(undisturbed).endsWith(AmpsProcess.CHANGED);
    assertThat(updated).hasSameBinaryContentAs(other);
  }

  private static AmpsProcess.Call apply(List<Path> wars) {
    return new AmpsProcess.Call("apply", amps.toString(), wars);
  }

  @Test
  void each_war_is_whole_whenever_the_process_is_killed_and_the_next_run_completes()
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    SuddenDeath death = new SuddenDeath(undisturbed, random);
    int leftSomething = 0;
    List<String> kills = new ArrayList<>();
    bringBackTheOldWars();
    for (int i = 0; i < KILLS; i++) {
      kills.add(death.strike(apply(wars)));
      assertEachIsOldOrNew("seed " + seed + ", killed " + kills);
      leftSomething += files(name -> name.startsWith(".")).isEmpty() ? 0 : 1;
      // else the run that mends is killed as well
      if (i == KILLS - 1 || random.nextBoolean()) {
        assertTheNextRunCompletes("seed " + seed + ", killed " + kills);
        bringBackTheOldWars();
        kills.clear();
      }
    }
    assertThat(leftSomething).as("kills that left work for the next run").isPositive();
  }

  private void bringBackTheOldWars() throws IOException {
    for (Path file : files(name -> true)) {
      Files.delete(file);
    }
    for (Path war : wars) {
      Files.copy(old, war, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void assertEachIsOldOrNew(String when) throws IOException {
    for (Path war : wars) {
      assertThat(war).as(when).isRegularFile();
      assertThat(Files.mismatch(war, old) == -1 || Files.mismatch(war, updated) == -1)
          .as("%s is the old or the new one, whole; %s", war, when)
          .isTrue();
    }
  }

  private void assertTheNextRunCompletes(String when) throws Exception {
    assertThat(apply(wars).run()).as(when).last().isIn(AmpsProcess.CHANGED, AmpsProcess.UNCHANGED);
    for (Path war : wars) {
      assertThat(war).as(when).hasSameBinaryContentAs(updated);
    }
    for (Path backup : files(name -> name.endsWith(".bak"))) {
      assertThat(backup).as(when).hasSameBinaryContentAs(old);
    }
    assertThat(files(name -> !name.endsWith(".bak")))
        .as("what the next run leaves; " + when)
        .containsExactlyInAnyOrderElementsOf(wars);
  }

  private List<Path> files(Predicate<String> names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> names.test(file.getFileName().toString())).toList();
    }
  }
}
