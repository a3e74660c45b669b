package io.github.quartermaster.sentinel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HealthProviderContractTest {
  private static final ComponentId QUEUE = new ComponentId("queue:orders");

  /** One that keeps every promise; each test breaks one. */
  public static class Queue implements HealthProviderFactory, HealthProvider {
    private String check = "";

    @Override
    public String type() {
      return "queue";
    }

    @Override
    public String description() {
      return "Depth of a queue";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.required("name", Parameter.Type.TEXT, "which queue"),
          Parameter.limit("warn", Parameter.Type.UPPER_LIMIT, "", "depth worth a warning")
              .defaultsTo("100"));
    }

    @Override
    public HealthProvider create(String name, Settings settings) {
      check = name;
      return this;
    }

    @Override
    public List<Component> components(ProbeContext context) throws Exception {
      return List.of(component(QUEUE));
    }

    @Override
    public List<Reading> probe(ProbeContext context) throws Exception {
      return List.of(reading());
    }

    Component component(ComponentId id) {
      return Component.of(id, check, type(), Blame.INHERITABLE);
    }

    Reading reading() {
      return Reading.of(QUEUE).metric("depth", 7, "", 100, 1000);
    }
  }

  @Test
  void provider_that_keeps_its_promises_breaks_none() {
    assertThat(violations(new Queue())).isEmpty();
  }

  @Test
  void settings_are_those_of_the_configuration() {
    assertThat(HealthProviderContract.of(new Queue()).violations())
        .containsExactly(
            "CONFIG_INVALID: settings.yaml:3:3 checks.contract: name is missing, which the type"
                + " queue needs. Set name. It means: which queue");
    assertThat(HealthProviderContract.of(new Queue()).settings("{name: x, wran: 1}").violations())
        .singleElement()
        .asString()
        .contains("Did you mean warn?");
    assertThatThrownBy(
            () -> HealthProviderContract.of(new Queue()).settings("name: x").violations())
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Ends its description with a stop. */
  public static final class Stop extends Queue {
    @Override
    public String description() {
      return "Depth of a queue.";
    }
  }

  /** Has a type with a capital letter. */
  public static final class Capital extends Queue {
    @Override
    public String type() {
      return "Queue";
    }
  }

  /** Has a default that is none. */
  public static final class BadDefault extends Queue {
    @Override
    public List<Parameter> parameters() {
      return List.of(
          Parameter.limit("warn", Parameter.Type.UPPER_LIMIT, "s", "time worth a warning")
              .defaultsTo("100"));
    }
  }

  private static final class Hidden extends Queue {}

  @Test
  void factory_that_breaks_a_rule_is_caught() {
    assertThat(violations(new Stop()))
        .containsExactly("the description of the type is not one sentence without a final stop");
    assertThat(violations(new Capital()))
        .singleElement()
        .asString()
        .contains("its type \"Queue\" is not lower-case letters, digits, hyphens");
    assertThat(HealthProviderContract.of(new BadDefault()).violations())
        .singleElement()
        .asString()
        .contains("has a default for warn that is none");
    assertThat(violations(new Hidden()))
        .singleElement()
        .asString()
        .contains("cannot be found as a service");
  }

  /** Gives a component twice. */
  public static final class Twice extends Queue {
    @Override
    public List<Component> components(ProbeContext context) {
      return List.of(component(QUEUE), component(QUEUE));
    }
  }

  /** Gives new ids each time. */
  public static final class Counting extends Queue {
    private int count;

    @Override
    public List<Component> components(ProbeContext context) {
      return List.of(component(new ComponentId("queue:" + count++)));
    }
  }

  /** Names another check. */
  public static final class Stranger extends Queue {
    @Override
    public List<Component> components(ProbeContext context) {
      return List.of(
          new Component(QUEUE, "mine", type(), Blame.OWN, new TreeSet<>(), List.of(), List.of()));
    }
  }

  @Test
  void components_that_break_a_rule_are_caught() {
    assertThat(violations(new Twice())).containsExactly("components() gave queue:orders twice");
    assertThat(violations(new Counting()))
        .containsExactly("components() gave other ids when asked again");
    assertThat(violations(new Stranger()))
        .containsExactly(
            "queue:orders is of the check mine, not of the one given",
            "queue:orders does not provide its own type queue");
  }

  /** Says nothing. */
  public static final class Silent extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      return List.of();
    }
  }

  /** Speaks of something else. */
  public static final class Elsewhere extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      return List.of(reading(), Reading.of("queue:other"));
    }
  }

  /** Measures no number. */
  public static final class NoNumber extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      return List.of(
          reading().metric(Metric.of("rate", Double.NaN, "")),
          reading().metric(Metric.of("ratio", 1 / 0.0, "")).metric(Metric.of("ratio", 1, "")));
    }
  }

  /** Says that it does not know a number, which is fine. */
  public static final class Unknown extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      return List.of(
          Reading.unknown(QUEUE, "the broker is silent")
              .metric(Metric.of("depth", Double.NaN, "")));
    }
  }

  /** Says that something is down and not what. */
  public static final class Speechless extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      return List.of(Reading.of(QUEUE).verdict(new Verdict.Given(Score.DOWN)));
    }
  }

  /** Examines what it was not asked about. */
  public static final class Curious extends Queue {
    @Override
    public List<Reading> examine(ComponentId component, ProbeContext context) {
      return List.of(Reading.of("queue:other"));
    }
  }

  @Test
  void readings_that_break_a_rule_are_caught() {
    assertThat(violations(new Silent())).containsExactly("probe() said nothing of queue:orders");
    assertThat(violations(new Elsewhere()))
        .containsExactly("probe() spoke of queue:other, which it was not asked about");
    assertThat(violations(new NoNumber()))
        .containsExactly(
            "probe() gave no number for the metric rate of queue:orders and did not call it unknown",
            "probe() gave infinity for the metric ratio of queue:orders",
            "probe() gave the metric ratio of queue:orders twice in one reading");
    assertThat(violations(new Unknown())).isEmpty();
    assertThat(violations(new Speechless()))
        .containsExactly("probe() gave no message with the bad or unknown state of queue:orders");
    assertThat(violations(new Curious()))
        .containsExactly("examine() spoke of queue:other, which it was not asked about");
  }

  /** Fails and says why, which is fine. */
  public static final class Failing extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) throws IOException {
      throw new IOException("the broker is silent");
    }
  }

  /** Fails and does not say why. */
  public static final class Mute extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      throw new IllegalStateException();
    }
  }

  /** Breaks. */
  public static final class Erring extends Queue {
    @Override
    public List<Reading> probe(ProbeContext context) {
      throw new StackOverflowError("deep");
    }
  }

  @Test
  void failure_says_why() {
    assertThat(violations(new Failing())).isEmpty();
    assertThat(violations(new Mute()))
        .containsExactly(
            "probe() threw a java.lang.IllegalStateException without the message that is shown");
    assertThat(violations(new Erring()))
        .containsExactly("probe() threw an error: java.lang.StackOverflowError: deep");
  }

  /** Waits where nothing comes, however little time it has, until it is interrupted. */
  public static final class Patient extends Queue {
    private int calls;

    @Override
    public List<Reading> probe(ProbeContext context) throws InterruptedException {
      // quick at first, so that it is its patience that is caught
      if (calls++ > 0) {
        new CountDownLatch(1).await();
      }
      return List.of(reading());
    }
  }

  /** Waits until its deadline, and takes no notice of an interruption. */
  public static final class Stubborn extends Queue {
    private int calls;

    @Override
    public List<Reading> probe(ProbeContext context) {
      if (calls++ > 1) {
        while (!context.deadline().isOver()) {
          Thread.onSpinWait();
        }
      }
      return List.of(reading());
    }
  }

  /** Waits for as long as it may, and leaves when it is told to, which is fine. */
  public static final class Polite extends Queue {
    private int calls;

    @Override
    public List<Reading> probe(ProbeContext context) throws InterruptedException {
      if (calls++ > 0) {
        TimeUnit.MILLISECONDS.sleep(context.deadline().remainingMillis());
      }
      return List.of(reading());
    }
  }

  @Test
  void deadline_and_interruption_are_heeded() {
    Duration brief = Duration.ofMillis(500);

    assertThat(
            HealthProviderContract.of(new Patient())
                .settings("{name: x}")
                .times(brief, brief)
                .violations())
        .contains("probe() went on for 500 ms after its deadline");
    assertThat(
            HealthProviderContract.of(new Stubborn())
                .settings("{name: x}")
                .times(brief, brief)
                .violations())
        .contains("probe() went on for 500 ms after it was interrupted");
    assertThat(
            HealthProviderContract.of(new Polite())
                .settings("{name: x}")
                .times(brief, Duration.ofSeconds(20))
                .violations())
        .isEmpty();
  }

  private static List<String> violations(HealthProviderFactory factory) {
    return HealthProviderContract.of(factory)
        .settings("{name: orders}")
        .times(Duration.ofSeconds(10), Duration.ofSeconds(20))
        .violations();
  }
}
