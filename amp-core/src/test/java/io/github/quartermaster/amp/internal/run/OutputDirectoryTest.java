package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.amp.internal.run.RunResult.WarOutcome;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result is written elsewhere, and the WARs stay as they are. */
class OutputDirectoryTest {
  @TempDir(factory = MemoryTempDir.class)
  Path folder;

  private Path output;
  private Workshop workshop;

  @BeforeEach
  void twoWars() {
    workshop = Workshop.create(folder, "share.war", "alfresco");
    output = folder.resolve("target").resolve("wars");
  }

  @Test
  void result_is_written_there_and_the_wars_stay_as_they_are() {
    RunResult result = run();
    workshop.assertAllOld();
    assertThat(workshop.backups()).isEmpty();
    assertThat(Workshop.content(output.resolve("share.war"))).isEqualTo(Workshop.newContent());
    assertThat(Workshop.content(output.resolve("alfresco"))).isEqualTo(Workshop.newContent());
    assertThat(Workshop.list(output))
        .containsExactly(output.resolve("alfresco"), output.resolve("share.war"));
    assertThat(result.wars())
        .extracting(WarOutcome::result)
        .containsExactly(output.resolve("share.war"), output.resolve("alfresco"));
  }

  @Test
  void same_result_is_not_written_again() throws IOException {
    run();
    Path page = output.resolve("alfresco").resolve(Workshop.OVERWRITTEN);
    Object packed = Files.readAttributes(output.resolve("share.war"), "fileKey").get("fileKey");
    Object exploded = Files.readAttributes(page, "fileKey").get("fileKey");
    assertThat(run().wars()).noneMatch(WarOutcome::changed);
    assertThat(Files.readAttributes(output.resolve("share.war"), "fileKey").get("fileKey"))
        .isEqualTo(packed);
    assertThat(Files.readAttributes(page, "fileKey").get("fileKey")).isEqualTo(exploded);
    assertThat(Workshop.list(output)).hasSize(2);
  }

  @Test
  void another_result_gives_way_to_this_one() throws IOException {
    run();
    Files.writeString(output.resolve("share.war"), "no WAR at all");
    Files.writeString(output.resolve("alfresco/zoo.txt"), "changed");
    Files.createDirectories(output.resolve("alfresco/foreign/folder"));
    Files.writeString(output.resolve("alfresco/foreign/folder/file"), "foreign");
    assertThat(run().wars()).allMatch(WarOutcome::changed);
    assertThat(Workshop.content(output.resolve("share.war"))).isEqualTo(Workshop.newContent());
    assertThat(Workshop.content(output.resolve("alfresco"))).isEqualTo(Workshop.newContent());
    assertThat(output.resolve("alfresco/foreign")).doesNotExist();
  }

  @Test
  void war_without_changes_is_copied() {
    ApplyPlan nothing =
        new ApplyPlan(
            workshop.plan().wars().stream()
                .map(
                    war ->
                        new io.github.quartermaster.amp.model.WarPlan(
                            war.war(),
                            List.of(),
                            io.github.quartermaster.amp.model.WarEdit.NONE,
                            List.of()))
                .toList(),
            List.of());
    assertThat(runner(FaultyDisk.counting()).run(nothing).wars()).allMatch(WarOutcome::changed);
    assertThat(output.resolve("share.war")).hasSameBinaryContentAs(workshop.wars.get(0));
    assertThat(Workshop.content(output.resolve("alfresco"))).isEqualTo(Workshop.oldContent());
  }

  @Test
  void the_wars_own_folder_is_refused() {
    output = workshop.webapps;
    AmpException failure = catchThrowableOfType(AmpException.class, this::run);
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
    workshop.assertAllOld();
  }

  @Test
  void killed_anywhere_the_next_run_writes_the_same_result() throws IOException {
    FaultyDisk counting = FaultyDisk.counting();
    runner(counting).run(workshop.plan());
    for (int n = 1; n <= counting.operations(); n++) {
      workshop =
          Workshop.create(Files.createDirectory(folder.resolve("" + n)), "share.war", "alfresco");
      output = folder.resolve("" + n).resolve("target");
      FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.DIES_AFTER, n);
      try {
        runner(disk).run(workshop.plan());
      } catch (FaultyDisk.Death death) {
        disk.bury();
      }
      runner(FaultyDisk.counting()).recover(workshop.wars);
      run();
      assertThat(Workshop.content(output.resolve("share.war"))).isEqualTo(Workshop.newContent());
      assertThat(Workshop.content(output.resolve("alfresco"))).isEqualTo(Workshop.newContent());
      assertThat(Workshop.list(output)).as(disk.fault()).hasSize(2);
      workshop.assertAllOld();
    }
  }

  private RunResult run() {
    return runner(FaultyDisk.counting()).run(workshop.plan());
  }

  private ApplyRunner runner(Disk disk) {
    return workshop.runner(disk, Workshop.options(output, null, 5));
  }
}
