package io.github.quartermaster.ebs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestHookTest extends WithEmulator {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @Test
  void hook_is_called_at_each_moment_with_what_is_done_by_then() throws InterruptedException {
    emulator.hook(
        (moment, request) ->
            seen.add(
                request.number()
                    + " "
                    + moment
                    + " "
                    + emulator.snapshots(HOME).size()
                    + " "
                    + request.outcome()));

    snapshot();
    waitFor(4);

    assertThat(seen)
        .containsExactly(
            "1 BEFORE_ACTION 0 ", "1 AFTER_ACTION 1 ", "1 MID_ANSWER 1 ", "1 AFTER_ANSWER 1 200");
  }

  @Test
  void fault_that_prevents_the_action_leaves_its_moments_out() throws InterruptedException {
    emulator.hook((moment, request) -> seen.add(request.number() + " " + moment));
    emulator.faults().next("CreateSnapshot", Fault.reset());

    snapshot();
    waitFor(6);

    assertThat(seen)
        .startsWith("1 BEFORE_ACTION", "1 AFTER_ANSWER", "2 BEFORE_ACTION", "2 AFTER_ACTION");
  }

  @Test
  void hook_that_throws_ends_the_connection() {
    emulator.account().limits(EmulatorLimits.NONE);
    emulator.hook(
        (moment, request) -> {
          if (moment == Moment.AFTER_ACTION && request.number() == 1) {
            throw new IllegalStateException("the client is killed here");
          }
        });

    snapshot();

    assertThat(emulator.snapshots(HOME)).hasSize(2);
    assertThat(emulator.requests().get(0).outcome()).isEqualTo("failed");
  }

  @Test
  void emulator_that_is_closed_answers_nobody() {
    emulator.close();

    assertThat(catchThrowable(this::snapshot)).isNotNull();
    assertThat(emulator.snapshots(HOME)).isEmpty();
  }

  /** The last moment comes after the client has its answer. */
  private void waitFor(int moments) throws InterruptedException {
    for (int tries = 0; seen.size() < moments && tries < 500; tries++) {
      Thread.sleep(10);
    }
  }
}
