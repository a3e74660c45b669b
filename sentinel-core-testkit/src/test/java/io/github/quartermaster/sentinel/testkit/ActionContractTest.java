package io.github.quartermaster.sentinel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActionContractTest {
  private static final AtomicInteger RUNS = new AtomicInteger();

  /** One that keeps every promise; each test breaks one. */
  public static class Drain implements ActionFactory, Action {
    @Override
    public String type() {
      return "pool.drain";
    }

    @Override
    public String description() {
      return "Takes a server out of its pool";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.required("pool", Parameter.Type.TEXT, "which pool"));
    }

    @Override
    public boolean isReversible() {
      return true;
    }

    @Override
    public Action create(Settings settings) {
      return this;
    }

    @Override
    public ActionPreview preview(ActionContext context) throws Exception {
      return ActionPreview.of("would drain it");
    }

    @Override
    public ActionOutcome run(ActionContext context) throws Exception {
      RUNS.incrementAndGet();
      return new ActionOutcome.Done("drained it");
    }
  }

  @Test
  void action_that_keeps_its_promises_breaks_none_and_does_nothing_unless_told_so() {
    int before = RUNS.get();

    assertThat(violations(new Drain())).isEmpty();
    assertThat(RUNS).hasValue(before);
    assertThat(ActionContract.of(new Drain()).settings("{pool: a}").running().violations())
        .isEmpty();
    assertThat(RUNS.get()).isGreaterThan(before);
  }

  @Test
  void settings_that_the_configuration_refuses_are_a_violation() {
    assertThat(ActionContract.of(new Drain()).violations())
        .singleElement()
        .asString()
        .contains("pool is missing, which the type pool.drain needs");
  }

  /** Uses a key that steps have. */
  public static final class Timed extends Drain {
    @Override
    public List<Parameter> parameters() {
      return List.of(Parameter.optional("within", Parameter.Type.DURATION, "how long"));
    }
  }

  @Test
  void parameter_with_the_name_of_a_key_of_all_steps_is_a_violation() {
    assertThat(violations(new Timed()))
        .singleElement()
        .asString()
        .contains("has the name of a key that all steps have");
  }

  /** Says nothing. */
  public static final class Silent extends Drain {
    @Override
    public ActionPreview preview(ActionContext context) {
      return ActionPreview.of("\n");
    }
  }

  @Test
  void preview_without_a_word_is_a_violation() {
    assertThat(violations(new Silent()))
        .containsExactly("preview() said nothing that could be shown");
  }

  /** Fails without saying why. */
  public static final class Mute extends Drain {
    @Override
    public ActionPreview preview(ActionContext context) throws IOException {
      throw new IOException();
    }
  }

  @Test
  void failure_without_a_word_is_a_violation() {
    assertThat(violations(new Mute()))
        .containsExactly("preview() threw a java.io.IOException without the message that is shown");
  }

  /** Heeds neither deadline nor interruption. */
  public static final class Deaf extends Drain {
    static final CountDownLatch END = new CountDownLatch(1);

    @Override
    public ActionOutcome run(ActionContext context) {
      while (END.getCount() > 0) {
        try {
          END.await();
        } catch (InterruptedException deaf) {
          continue;
        }
      }
      return new ActionOutcome.Done("at last");
    }
  }

  @Test
  void action_that_heeds_no_deadline_and_no_interruption_is_a_violation() {
    try {
      assertThat(
              ActionContract.of(new Deaf())
                  .settings("{pool: a}")
                  .times(Duration.ofMillis(100), Duration.ofMillis(300))
                  .running()
                  .violations())
          .containsExactly(
              "run() went on for 300 ms after its deadline",
              "run() went on for 300 ms after it was interrupted");
    } finally {
      Deaf.END.countDown();
    }
  }

  private static List<String> violations(ActionFactory factory) {
    return ActionContract.of(factory)
        .settings(factory instanceof Timed ? "{}" : "{pool: a}")
        .times(Duration.ofSeconds(10), Duration.ofSeconds(20))
        .violations();
  }
}
