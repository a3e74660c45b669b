package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process is killed in the midst of its work, again and again. */
class KillTest {
  private static final int ROUNDS = 10;
  private static final int LONGEST_MILLIS = 100;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"alfresco.war share.war", "share.war alfresco"})
  void every_packed_war_is_whole_at_once_and_all_are_old_or_all_new_after_the_next_start(
      String names) throws Exception {
    String[] wars = names.split(" ");
    Workshop workshop = Workshop.create(folder, wars);
    Random random = new Random(20261122);
    for (int round = 0; round < ROUNDS; round++) {
      ApplyProcess process = ApplyProcess.startLoop(folder, wars);
      assertThat(process.line()).isEqualTo(ApplyProcess.WARM);
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
      process.kill();

      workshop.assertPackedWarsWhole();
      assertThat(workshop.runner().recover(workshop.wars)).isEmpty();
      List<Boolean> states = workshop.wars.stream().map(Workshop::isNew).distinct().toList();
      assertThat(states).as("round %s", round).hasSize(1);
      if (states.get(0)) {
        workshop.assertAllNew();
      } else {
        workshop.assertAllOld();
      }
    }
  }
}
