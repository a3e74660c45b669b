package io.github.quartermaster.sentinel.internal.run.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.OutputSpec;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.ResultOutputFactory;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All outputs together. */
@Timeout(60)
class OutputsTest {
  private final List<Bulletin> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);

  private final ResultOutput good = (bulletin, deadline) -> told.add(bulletin);
  private final ResultOutput broken =
      (bulletin, deadline) -> {
        throw new IOException("it is\nbroken");
      };
  private final ResultOutput hanging = (bulletin, deadline) -> never.await();

  @Test
  void one_that_fails_or_hangs_hinders_no_other() {
    Outputs outputs = outputs(type("broken", broken), type("hanging", hanging), type("good", good));

    List<Problem> problems = outputs.tell(TestBulletins.critical());

    assertThat(told).containsExactly(TestBulletins.critical());
    assertThat(problems)
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ProblemCode.OUTPUT_FAILED,
                "tried to tell the output broken (broken); it is broken"),
            org.assertj.core.groups.Tuple.tuple(
                ProblemCode.OUTPUT_FAILED,
                "tried to tell the output hanging (hanging); it takes longer than 300 ms"));
  }

  @Test
  void one_that_hangs_in_spite_of_its_interrupt_is_not_called_again() {
    CountDownLatch begun = new CountDownLatch(2);
    ResultOutput deaf =
        (bulletin, deadline) -> {
          begun.countDown();
          while (never.getCount() > 0) {
            try {
              never.await();
            } catch (InterruptedException e) {
              // as some drivers do
            }
          }
        };
    Outputs outputs = outputs(type("deaf", deaf));

    outputs.tell(TestBulletins.critical());

    assertThat(outputs.tell(TestBulletins.critical()))
        .extracting(Problem::message)
        .containsExactly("tried to tell the output deaf (deaf); it still hangs in an earlier call");
    assertThat(begun.getCount()).isEqualTo(1);
    never.countDown();
  }

  @Test
  void error_of_one_is_a_problem_too() {
    ResultOutput mistaken =
        (bulletin, deadline) -> {
          throw new StackOverflowError();
        };

    assertThat(outputs(type("mistaken", mistaken)).tell(TestBulletins.critical()))
        .extracting(Problem::message)
        .containsExactly("tried to tell the output mistaken (mistaken); StackOverflowError");
  }

  private static Outputs outputs(ResultOutputFactory... types) {
    List<OutputSpec> specs =
        Arrays.stream(types)
            .map(
                type ->
                    new OutputSpec(type.type(), type.type(), Settings.NONE, Duration.ofMillis(300)))
            .toList();
    return Outputs.of(specs, List.of(types));
  }

  private static ResultOutputFactory type(String name, ResultOutput output) {
    return new ResultOutputFactory() {
      @Override
      public String type() {
        return name;
      }

      @Override
      public String description() {
        return name;
      }

      @Override
      public List<Parameter> parameters() {
        return List.of();
      }

      @Override
      public ResultOutput create(Settings settings) {
        return output;
      }
    };
  }
}
