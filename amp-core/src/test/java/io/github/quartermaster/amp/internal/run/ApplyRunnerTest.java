package io.github.quartermaster.amp.internal.run;

import static io.github.quartermaster.amp.internal.run.Workshop.OVERWRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.quartermaster.amp.internal.run.RunResult.WarOutcome;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyRunnerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"alfresco.war", "alfresco.war share.war", "alfresco", "share.war alfresco"})
  void what_was_planned_is_in_every_war_afterwards(String wars) {
    Workshop workshop = Workshop.create(folder, wars.split(" "));
    RunResult result = workshop.runner(new LocalDisk()).run(workshop.plan());
    workshop.assertAllNew();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.wars()).allMatch(WarOutcome::changed);
    assertThat(workshop.backups())
        .hasSize(workshop.wars.size())
        .allSatisfy(
            backup -> assertThat(Workshop.content(backup)).isEqualTo(Workshop.oldContent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alfresco.war", "alfresco"})
  void with_nothing_to_do_not_even_a_lock_file_is_written(String name) throws IOException {
    Workshop workshop = Workshop.create(folder, name);
    workshop.runner().run(workshop.plan());
    FaultyDisk disk = FaultyDisk.counting();
    FileTime before = Files.getLastModifiedTime(workshop.webapps);

    workshop.runner(disk).recover(workshop.wars);
    RunResult result = workshop.runner(disk).run(workshop.plan());

    assertThat(disk.operations()).isZero();
    assertThat(result.wars()).noneMatch(WarOutcome::changed);
    assertThat(Files.getLastModifiedTime(workshop.webapps)).isEqualTo(before);
  }

  @Test
  void a_war_without_changes_is_left_alone_where_another_one_changes() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war", "share.war");
    ApplyPlan both = workshop.plan();
    Files.createFile(workshop.webapps.resolve(".share.war.lock"));
    ApplyPlan one =
        new ApplyPlan(
            List.of(both.wars().get(0), untouched(workshop, workshop.wars.get(1))), List.of());
    RunResult result = workshop.runner().run(one);
    assertThat(result.wars()).extracting(WarOutcome::changed).containsExactly(true, false);
    assertThat(Workshop.content(workshop.wars.get(1))).isEqualTo(Workshop.oldContent());
    assertThat(workshop.webapps.resolve(".share.war.lock")).exists();
  }

  private static io.github.quartermaster.amp.model.WarPlan untouched(Workshop workshop, Path war) {
    return new io.github.quartermaster.amp.model.WarPlan(
        workshop.inventory(war),
        List.of(),
        io.github.quartermaster.amp.model.WarEdit.NONE,
        List.of());
  }

  @Test
  void the_same_input_gives_the_same_bytes_at_any_time() throws IOException {
    Workshop early = Workshop.create(Files.createDirectory(folder.resolve("a")), "alfresco.war");
    Workshop late = Workshop.create(Files.createDirectory(folder.resolve("b")), "alfresco.war");
    early.runner().run(early.plan());
    new ApplyRunner(late.options(), event -> {}, Clock.systemUTC()).run(late.plan());
    assertThat(early.wars.get(0)).hasSameBinaryContentAs(late.wars.get(0));
  }

  @Test
  void files_written_into_an_exploded_war_carry_the_fixed_time() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco");
    workshop.runner().run(workshop.plan());
    assertThat(Files.getLastModifiedTime(workshop.wars.get(0).resolve(OVERWRITTEN)))
        .isEqualTo(FileTime.from(Workshop.NOW));
  }

  @Test
  void sizes_before_and_after_are_told() throws IOException {
    Workshop workshop = Workshop.create(folder, "share.war", "alfresco");
    Path packed = workshop.wars.get(0);
    long before = Files.size(packed);
    List<WarOutcome> outcomes = workshop.runner().run(workshop.plan()).wars();
    assertThat(outcomes.get(0).sizeBefore()).isEqualTo(before);
    assertThat(outcomes.get(0).sizeAfter()).isEqualTo(Files.size(packed));
    assertThat(outcomes.get(1).sizeBefore()).isEqualTo(bytes(Workshop.oldContent()));
    assertThat(outcomes.get(1).sizeAfter()).isEqualTo(bytes(Workshop.newContent()));
  }

  private static long bytes(Map<String, String> files) {
    return files.values().stream().mapToLong(content -> Workshop.bytes(content).length).sum();
  }

  @Test
  void events_come_in_the_documented_order() {
    Workshop workshop = Workshop.create(folder, "alfresco.war", "share.war");
    workshop.runner(FaultyDisk.counting(), Workshop.options(null, null, 1)).run(workshop.plan());
    assertThat(
            workshop.events.stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(java.util.stream.Collectors.joining(" ")))
        .matches("((Progress )*WarPrepared BackupKept ){2}WarReplaced WarReplaced");
    assertThat(workshop.events)
        .filteredOn(AmpEvent.WarReplaced.class::isInstance)
        .containsExactlyElementsOf(
            workshop.wars.stream()
                .map(war -> (AmpEvent) new AmpEvent.WarReplaced(war, war))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alfresco.war", "alfresco"})
  void an_exception_of_the_listener_leaves_everything_as_it_was(String name) {
    Workshop workshop = Workshop.create(folder, name);
    ApplyRunner runner =
        new ApplyRunner(
            FaultyDisk.counting(),
            workshop.options(),
            event -> {
              throw new IllegalStateException("the listener is tired");
            },
            Clock.systemUTC());
    ApplyPlan plan = workshop.plan();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> runner.run(plan));
    workshop.assertAllOld();
    assertThat(workshop.backups()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alfresco.war", "alfresco"})
  void a_war_that_was_changed_since_it_was_read_is_not_touched(String name) throws IOException {
    Workshop workshop = Workshop.create(folder, name);
    ApplyPlan plan = workshop.plan();
    if (name.endsWith(".war")) {
      Workshop.writeZip(workshop.wars.get(0), Workshop.newContent());
    } else {
      Path modules = workshop.wars.get(0).resolve("WEB-INF/classes/alfresco/module/third");
      Files.createDirectories(modules);
    }
    Map<String, String> changed = Workshop.content(workshop.wars.get(0));
    assertProblem(workshop, plan, ProblemCode.WAR_CHANGED, "was changed since it was read");
    assertThat(Workshop.content(workshop.wars.get(0))).isEqualTo(changed);
    workshop.assertNoDebris();
  }

  @Test
  void a_war_that_is_changed_while_the_new_one_is_written_is_not_replaced() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path war = workshop.wars.get(0);
    ApplyRunner runner =
        new ApplyRunner(
            FaultyDisk.counting(),
            workshop.options(),
            event -> {
              if (event instanceof AmpEvent.BackupKept) {
                replace(war, folder.resolve("other"));
              }
            },
            Clock.systemUTC());
    ApplyPlan plan = workshop.plan();
    assertThatExceptionOfType(AmpException.class)
        .isThrownBy(() -> runner.run(plan))
        .satisfies(
            failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.WAR_CHANGED));
    assertThat(war).hasContent("other");
  }

  private static void replace(Path war, Path other) {
    try {
      Files.writeString(other, "other");
      Files.move(other, war, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alfresco.war", "alfresco"})
  void an_amp_that_was_changed_since_it_was_read_is_not_applied(String name) throws IOException {
    Workshop workshop = Workshop.create(folder, name);
    ApplyPlan plan = workshop.plan();
    Workshop.writeZip(
        folder.resolve("amps/blog.amp"),
        new java.util.TreeMap<>(
            Map.of("lib/blog.jar", "another library", "web/index.jsp", "the new page")));
    assertProblem(
        workshop, plan, ProblemCode.WRITE_FAILED, "lib/blog.jar", "was changed during the run");
    workshop.assertAllOld();
    assertThat(workshop.backups()).isEmpty();
  }

  @Test
  void a_full_disk_is_found_before_anything_is_written() {
    Workshop workshop = Workshop.create(folder, "alfresco.war", "share.war");
    ApplyPlan plan = workshop.plan();
    AmpException failure =
        failure(workshop.runner(FaultyDisk.counting().withUsableSpace(1234)), plan);
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.DISK_FULL);
    assertThat(failure.problem().message()).contains("1234 bytes left").containsPattern("and \\d+");
    workshop.assertAllOld();
  }

  @Test
  void a_refused_plan_is_not_carried_out() {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    ApplyPlan refused =
        new ApplyPlan(
            workshop.plan().wars(),
            List.of(Problem.error(ProblemCode.FILE_CONFLICT, "x", "tried", "mend")));
    assertThatIllegalArgumentException().isThrownBy(() -> workshop.runner().run(refused));
    workshop.assertAllOld();
  }

  @Test
  void two_names_of_one_war_are_refused() throws IOException {
    Workshop workshop = Workshop.create(folder, "alfresco.war");
    Path link = Files.createSymbolicLink(folder.resolve("link.war"), workshop.wars.get(0));
    workshop.wars.add(link);
    assertProblem(workshop, workshop.plan(), ProblemCode.INVALID_REQUEST, "two WARs");
  }

  private static void assertProblem(
      Workshop workshop, ApplyPlan plan, ProblemCode code, String... words) {
    AmpException failure = failure(workshop.runner(), plan);
    assertThat(failure.problem().code()).as("%s", failure).isEqualTo(code);
    assertThat(failure.problem().message()).startsWith("tried to ").contains(words);
  }

  private static AmpException failure(ApplyRunner runner, ApplyPlan plan) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        AmpException.class, () -> runner.run(plan));
  }
}
