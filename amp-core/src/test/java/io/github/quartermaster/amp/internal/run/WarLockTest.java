package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarLockTest {
  @TempDir Path folder;
  private Workshop workshop;
  private WarTarget war;

  @BeforeEach
  void oneWar() throws IOException {
    workshop = Workshop.create(folder, "alfresco.war");
    war = WarTarget.of(workshop.wars.get(0));
  }

  @Test
  void a_second_run_in_this_process_is_told_which_war_is_locked_and_what_to_do()
      throws IOException {
    try (WarLock held = WarLock.take(new LocalDisk(), war)) {
      assertThat(held).isNotNull();
      ApplyPlan plan = workshop.plan();
      AmpException busy =
          catchThrowableOfType(AmpException.class, () -> workshop.runner().run(plan));
      assertThat(busy.problem().code()).isEqualTo(ProblemCode.WAR_LOCKED);
      assertThat(busy.problem().message()).contains(war.toString()).contains("another run");
      assertThat(busy.problem().remedy()).contains("Wait");
    }
    workshop.assertAllOld();
  }

  @Test
  void a_refused_attempt_does_not_loosen_the_lock_for_other_processes() throws Exception {
    try (WarLock held = WarLock.take(new LocalDisk(), war)) {
      assertThat(held).isNotNull();
      assertThatExceptionOfType(AmpException.class)
          .isThrownBy(() -> WarLock.take(new LocalDisk(), war));
      assertThat(ApplyProcess.start(folder, "alfresco.war").result()).isEqualTo("WAR_LOCKED");
    }
    assertThat(ApplyProcess.start(folder, "alfresco.war").result()).isEqualTo("done");
    workshop.assertAllNew();
  }

  @Test
  void another_copy_of_the_classes_in_this_process_is_kept_out_too() throws Exception {
    try (WarLock held = WarLock.take(new LocalDisk(), war);
        URLClassLoader copy = new URLClassLoader(classPath(), null)) {
      assertThat(held).isNotNull();
      Class<?> main = copy.loadClass(ApplyProcess.class.getName());
      Method apply = main.getMethod("apply", Path.class, String.class);
      apply.setAccessible(true);
      assertThat(apply.invoke(null, folder, "alfresco.war")).isEqualTo("WAR_LOCKED");
      assertThat(ApplyProcess.start(folder, "alfresco.war").result()).isEqualTo("WAR_LOCKED");
    }
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(WarLockTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void no_lock_file_is_left() throws IOException {
    WarLock.take(new LocalDisk(), war).close();
    workshop.assertNoDebris();
  }

  @Test
  void lock_file_of_a_dead_process_hinders_nobody_and_is_cleaned_away() throws IOException {
    Files.createFile(war.lockFile());
    workshop.runner().recover(workshop.wars);
    workshop.assertNoDebris();
    assertThat(workshop.events).isEmpty();
  }

  @Test
  void symbolic_link_in_place_of_the_lock_file_is_not_followed() throws IOException {
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.createSymbolicLink(war.lockFile(), elsewhere);
    assertThatExceptionOfType(AmpException.class)
        .isThrownBy(() -> WarLock.take(new LocalDisk(), war));
    assertThat(elsewhere).exists();
  }

  @Test
  void a_link_to_a_war_is_locked_as_that_war() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.war"), workshop.wars.get(0));
    assertThat(WarTarget.of(link)).isEqualTo(war);
  }

  @Test
  void never_are_two_threads_within_the_lock() throws Exception {
    AtomicInteger within = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    Callable<Boolean> worker =
        () -> {
          for (int i = 0; i < 300; i++) {
            try (WarLock held = WarLock.take(new LocalDisk(), war)) {
              assertThat(held).isNotNull();
              assertThat(within.incrementAndGet()).isEqualTo(1);
              taken.incrementAndGet();
              within.decrementAndGet();
            } catch (AmpException busy) {
              assertThat(busy.problem().code()).isEqualTo(ProblemCode.WAR_LOCKED);
            }
          }
          return true;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> done : threads.invokeAll(List.of(worker, worker, worker, worker))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(taken.get()).isPositive();
    workshop.assertNoDebris();
  }

  @Test
  void of_two_threads_one_applies_and_the_other_is_refused() throws Exception {
    for (int round = 0; round < 10; round++) {
      Workshop shop =
          Workshop.create(
              Files.createDirectory(folder.resolve("round" + round)), "share.war", "alfresco");
      ApplyPlan plan = shop.plan();
      CyclicBarrier start = new CyclicBarrier(2);
      Callable<String> run =
          () -> {
            start.await();
            return ApplyProcess.apply(shop.runner(), plan);
          };
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<String> results = new ArrayList<>();
      try {
        for (Future<String> result : threads.invokeAll(List.of(run, run))) {
          results.add(result.get());
        }
      } finally {
        threads.shutdownNow();
      }
      assertOneDid(results);
      shop.assertAllNew();
      assertThat(shop.backups()).hasSize(2);
    }
  }

  @Test
  void of_two_processes_one_applies_and_the_other_is_refused() throws Exception {
    for (int round = 0; round < 3; round++) {
      Path place = Files.createDirectory(folder.resolve("round" + round));
      Workshop shop = Workshop.create(place, "alfresco.war", "share.war");
      ApplyProcess one = ApplyProcess.start(place, "alfresco.war", "share.war");
      ApplyProcess two = ApplyProcess.start(place, "share.war", "alfresco.war");
      assertOneDid(List.of(one.result(), two.result()));
      shop.assertAllNew();
      assertThat(shop.backups()).hasSize(2);
    }
  }

  /** Whoever comes late finds it done, changed under its hands, or locked. */
  private static void assertOneDid(List<String> results) {
    assertThat(results).containsOnlyOnce("done");
    assertThat(results)
        .filteredOn(result -> !result.equals("done"))
        .allMatch(List.of("WAR_LOCKED", "WAR_CHANGED", "nothing to do")::contains);
  }
}
