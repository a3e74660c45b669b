package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.plan.GatherTimer;
import io.github.quartermaster.sentinel.internal.plan.Schedule;
import io.github.quartermaster.sentinel.internal.read.ContinuousCollector;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {
  private static final Duration RARELY = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final List<Check> checks = new ArrayList<>();
  private final BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
  private BiFunction<CheckResult, Function<Set<ComponentId>, List<ComponentHealth>>, HealRound>
      healer = (result, prober) -> HealRound.NOTHING;
  private volatile Duration asleep = Duration.ZERO;
  private Watch watch;
  private Thread thread;

  @AfterEach
  void stop() throws InterruptedException {
    if (thread != null) {
      watch.stop();
      thread.join();
    }
  }

  @Test
  void judges_when_every_check_has_answered() throws InterruptedException {
    Check disk = check("disk", RARELY);
    Check web = check("web", RARELY);
    web.gate = new CountDownLatch(1);
    start();

    disk.await(1);
    assertThat(watch.newest()).isEmpty();
    web.gate.countDown();

    assertThat(judged(report -> true).check().components()).hasSize(2);
    assertThat(watch.newest()).isPresent();
  }

  @Test
  void makes_each_check_at_its_own_interval() throws InterruptedException {
    Check often = check("web", OFTEN);
    Check rarely = check("disk", RARELY);
    start();

    often.await(10);

    assertThat(rarely.asked).hasValue(1);
  }

  @Test
  void a_check_that_hangs_is_unknown_and_named_and_is_not_asked_again_until_it_ends()
      throws InterruptedException {
    Check hangs = check("nfs", OFTEN, Duration.ofMillis(10));
    hangs.deaf = new CountDownLatch(1);
    Check web = check("web", OFTEN);
    start();

    WatchReport report = judged(each -> status(each, "nfs") == Status.UNKNOWN);
    assertThat(report.check().component(new ComponentId("nfs")).orElseThrow().message())
        .contains("no answer within 10 ms");
    web.await(web.asked.get() + 10);

    assertThat(hangs.asked).hasValue(1);
    hangs.deaf.countDown();
    judged(each -> status(each, "nfs") == Status.OK);
    assertThat(hangs.atOnce).hasValue(1);
  }

  @Test
  void where_something_is_wrong_all_that_is_related_is_looked_at_anew_and_nothing_else()
      throws InterruptedException {
    Check shop = check("shop", OFTEN, "database");
    Check database = check("database", RARELY, "disk");
    Check disk = check("disk", RARELY);
    Check mail = check("mail", RARELY);
    start();
    judged(report -> report.check().diagnosis().status() == Status.OK);
    int before = disk.asked.get();

    disk.sick = true;
    shop.sick = true;

    WatchReport report = judged(each -> status(each, "disk") == Status.CRITICAL);
    assertThat(report.check().diagnosis().causes().get(0).component())
        .isEqualTo(new ComponentId("disk"));
    assertThat(disk.asked.get()).isGreaterThan(before);
    assertThat(database.asked.get()).isGreaterThan(1);
    assertThat(mail.asked).hasValue(1);
  }

  @Test
  void causes_get_a_closer_look_before_it_is_decided_about_them() throws InterruptedException {
    AtomicReference<CheckResult> decided = new AtomicReference<>();
    healer =
        (result, prober) -> {
          if (!result.diagnosis().causes().isEmpty()) {
            decided.compareAndSet(null, result);
          }
          return HealRound.NOTHING;
        };
    check("disk", RARELY).sick = true;
    start();

    event(WatchEvent.Healed.class, healed -> decided.get() != null);

    assertThat(decided.get().diagnosis().causes().get(0).evidence())
        .anySatisfy(evidence -> assertThat(evidence.text()).isEqualTo("/var/log"));
  }

  @Test
  void remedies_are_never_decided_about_by_what_was_measured_before_the_fresh_look()
      throws InterruptedException {
    Check disk = check("disk", OFTEN);
    AtomicInteger sickRounds = new AtomicInteger();
    AtomicInteger stale = new AtomicInteger();
    healer =
        (result, prober) -> {
          if (!result.diagnosis().causes().isEmpty()) {
            sickRounds.incrementAndGet();
            boolean fresh =
                result.component(new ComponentId("disk")).orElseThrow().samples().size() > 1;
            stale.addAndGet(fresh ? 0 : 1);
          }
          return HealRound.NOTHING;
        };
    start();
    judged(report -> report.check().diagnosis().status() == Status.OK);
    disk.sick = true;

    event(WatchEvent.Healed.class, healed -> sickRounds.get() > 0);

    assertThat(stale).hasValue(0);
  }

  @Test
  void what_is_healthy_is_told_to_the_healer_too() throws InterruptedException {
    AtomicInteger healthy = new AtomicInteger();
    healer =
        (result, prober) -> {
          healthy.incrementAndGet();
          return HealRound.NOTHING;
        };
    check("disk", OFTEN);
    start();

    event(WatchEvent.Healed.class, healed -> healthy.get() > 0);
  }

  @Test
  void what_the_healer_looks_at_is_measured_after_it_asked() throws InterruptedException {
    Check shop = check("shop", RARELY, "disk");
    Check disk = check("disk", RARELY);
    AtomicReference<List<ComponentHealth>> seen = new AtomicReference<>();
    healer =
        (result, prober) -> {
          if (!result.diagnosis().causes().isEmpty() && seen.get() == null) {
            disk.sick = false;
            seen.set(prober.apply(Set.of(new ComponentId("disk"))));
          }
          return HealRound.NOTHING;
        };
    disk.sick = true;
    start();

    event(WatchEvent.Healed.class, healed -> seen.get() != null);

    assertThat(seen.get())
        .singleElement()
        .satisfies(health -> assertThat(health.id()).hasToString("disk"))
        .satisfies(health -> assertThat(health.status()).isEqualTo(Status.OK));
    assertThat(shop.asked.get()).isPositive();
  }

  @Test
  void watching_goes_on_while_something_is_done() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    healer =
        (result, prober) -> {
          awaitQuietly(release);
          return HealRound.NOTHING;
        };
    Check web = check("web", OFTEN);
    start();

    web.await(20);

    assertThat(event(WatchEvent.Judged.class, judged -> true).report()).isNotNull();
    release.countDown();
    event(WatchEvent.Healed.class, healed -> true);
  }

  @Test
  void a_cause_that_is_not_confirmed_yet_is_looked_at_again_soon() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    healer =
        (result, prober) ->
            rounds.incrementAndGet() == 1
                ? new HealRound(List.of(decision(GuardRail.CONFIRMATION)), List.of(), List.of())
                : HealRound.NOTHING;
    check("disk", RARELY).sick = true;
    start();

    event(WatchEvent.Healed.class, healed -> rounds.get() == 2);
  }

  @Test
  void after_something_was_done_everything_is_looked_at_again() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    healer =
        (result, prober) ->
            rounds.incrementAndGet() == 1
                ? new HealRound(List.of(), List.of(attempt()), List.of())
                : HealRound.NOTHING;
    Check disk = check("disk", RARELY);
    disk.sick = true;
    start();
    event(WatchEvent.Healed.class, healed -> !healed.round().attempts().isEmpty());
    disk.sick = false;

    WatchReport report = judged(each -> each.check().diagnosis().status() == Status.OK);

    assertThat(report.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.kind()).isEqualTo(WatchReport.Kind.ATTEMPT);
              assertThat(entry.text()).contains("disk.clean", "FIXED");
            });
    assertThat(report.tally().attempts())
        .containsEntry(new WatchReport.Acted("disk.clean", Attempt.Outcome.FIXED), 1L);
  }

  @Test
  void a_defect_of_a_healer_ends_no_watching() throws InterruptedException {
    healer =
        (result, prober) -> {
          throw new IllegalStateException("a defect");
        };
    Check web = check("web", OFTEN);
    start();

    assertThat(event(WatchEvent.HealingFailed.class, failed -> true).failure())
        .hasMessage("a defect");
    web.await(web.asked.get() + 5);
  }

  @Test
  void who_sees_something_from_outside_makes_it_look() throws InterruptedException {
    Check disk = check("disk", RARELY);
    start();
    judged(report -> true);

    watch.trigger();

    event(WatchEvent.Gathering.class, gathering -> true);
    disk.await(2);
  }

  @Test
  void when_the_machine_wakes_from_sleep_everything_is_checked() throws InterruptedException {
    Check disk = check("disk", RARELY);
    check("web", OFTEN);
    start();
    judged(report -> true);

    asleep = Duration.ofHours(8);

    assertThat(event(WatchEvent.ClockJumped.class, jumped -> true).by())
        .isBetween(Duration.ofHours(8).minusSeconds(1), Duration.ofHours(8).plusSeconds(1));
    disk.await(2);
  }

  @Test
  void it_stops_when_it_is_told_to_and_who_waits_for_a_look_is_let_go()
      throws InterruptedException {
    Check disk = check("disk", RARELY);
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    healer =
        (result, prober) -> {
          disk.gate = new CountDownLatch(1);
          try {
            prober.apply(Set.of(new ComponentId("disk")));
            end.complete(new AssertionError("nobody answered, and it returned"));
          } catch (CancellationException e) {
            end.complete(e);
          }
          return HealRound.NOTHING;
        };
    start();
    disk.await(2);

    watch.stop();
    thread.join();

    assertThat(end.join()).isInstanceOf(CancellationException.class);
  }

  @Test
  void one_that_is_replaced_lets_what_is_done_come_to_its_end() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    healer =
        (result, prober) -> {
          begun.countDown();
          awaitQuietly(release);
          return new HealRound(List.of(), List.of(attempt()), List.of());
        };
    check("disk", RARELY);
    start();
    begun.await();

    watch.finish();
    release.countDown();
    thread.join();

    assertThat(events)
        .filteredOn(WatchEvent.Healed.class::isInstance)
        .singleElement()
        .satisfies(
            healed -> assertThat(((WatchEvent.Healed) healed).round().attempts()).hasSize(1));
  }

  private void start() {
    List<Probing> probings = checks.stream().map(Check::probing).toList();
    Map<String, Duration> intervals = new LinkedHashMap<>();
    checks.forEach(check -> intervals.put(check.name, check.interval));
    SentinelConfig config =
        new SentinelConfig(List.of(), Healing.NONE, List.of(), List.of(), WatchSettings.DEFAULT);
    SentinelSetup setup =
        new SentinelSetup(
            config,
            probings,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            "",
            Monitors.of(config, Clock.systemUTC()),
            List.of(),
            () -> {});
    WatchTime time = new WatchTime(clock(), System::nanoTime);
    watch =
        new Watch(
            setup,
            time,
            new WatchMemory(time.begun()),
            new ContinuousCollector("host.example", Clock.systemUTC(), probings),
            new Schedule(intervals, () -> 0.5),
            new GatherTimer(Duration.ofMillis(20), Duration.ofMillis(50)),
            prober -> result -> healer.apply(result, prober::probe),
            events::add);
    thread = new Thread(watch::run, "watch-under-test");
    thread.start();
  }

  /** The machine's clock, which went on while the machine slept. */
  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Instant.now().plus(asleep);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private WatchReport judged(Predicate<WatchReport> wanted) throws InterruptedException {
    return event(WatchEvent.Judged.class, judged -> wanted.test(judged.report())).report();
  }

  private <E extends WatchEvent> E event(Class<E> type, Predicate<E> wanted)
      throws InterruptedException {
    while (true) {
      WatchEvent next = events.poll(30, TimeUnit.SECONDS);
      assertThat(next).as("the next event").isNotNull();
      if (type.isInstance(next) && wanted.test(type.cast(next))) {
        return type.cast(next);
      }
    }
  }

  private static Status status(WatchReport report, String component) {
    return report
        .check()
        .component(new ComponentId(component))
        .map(ComponentHealth::status)
        .orElse(Status.OK);
  }

  private static Decision decision(GuardRail rail) {
    return new Decision(
        Instant.EPOCH, "clean", 0, "disk.clean", new ComponentId("disk"), rail, "why", "", null);
  }

  private static Attempt attempt() {
    return new Attempt(
        "clean",
        0,
        "disk.clean",
        new ComponentId("disk"),
        Instant.EPOCH,
        Attempt.Outcome.FIXED,
        "removed 3 files");
  }

  private Check check(String name, Duration interval, String... requires) {
    return check(name, interval, CheckSpec.DEFAULT_TIMEOUT, requires);
  }

  private Check check(String name, Duration interval, Duration timeout, String... requires) {
    Check check = new Check(name, interval, timeout, List.of(requires));
    checks.add(check);
    return check;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A check that does as the test tells it. */
  private static final class Check implements HealthProvider {
    private final String name;
    private final Duration interval;
    private final Duration timeout;
    private final List<String> requires;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final BlockingQueue<Integer> counts = new LinkedBlockingQueue<>();
    private volatile boolean sick;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch deaf = new CountDownLatch(0);

    Check(String name, Duration interval, Duration timeout, List<String> requires) {
      this.name = name;
      this.interval = interval;
      this.timeout = timeout;
      this.requires = requires;
    }

    Probing probing() {
      return new Probing(
          new CheckSpec(
              name,
              "java",
              Settings.NONE,
              timeout,
              new TreeSet<>(),
              requires.stream()
                  .map(each -> new Requirement(each, 1, Dependency.Origin.DECLARED))
                  .toList(),
              List.of(),
              true),
          this);
    }

    /** Waits until it was asked so often. */
    void await(int times) throws InterruptedException {
      while (asked.get() < times) {
        assertThat(counts.poll(30, TimeUnit.SECONDS)).as(name + " asked").isNotNull();
      }
    }

    @Override
    public List<Component> components(ProbeContext context) {
      return List.of(Component.of(new ComponentId(name), name, "java", Blame.OWN));
    }

    @Override
    public List<Reading> probe(ProbeContext context) throws Exception {
      atOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        counts.add(asked.incrementAndGet());
        gate.await();
        while (deaf.getCount() > 0) {
          awaitDeaf(deaf);
        }
        Reading reading = Reading.of(name);
        return List.of(
            sick ? reading.verdict(new Verdict.Given(Score.DOWN)).message("sick") : reading);
      } finally {
        inside.decrementAndGet();
      }
    }

    /** As a read from a file server that is gone: no interrupt gets through. */
    private static void awaitDeaf(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // goes on waiting
      }
    }

    @Override
    public List<Reading> examine(ComponentId component, ProbeContext context) {
      return List.of(
          Reading.of(component).verdict(new Verdict.NotChecked()).evidence("largest", "/var/log"));
    }
  }
}
