package io.github.quartermaster.amp.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplodedWarTest {
  @TempDir Path folder;
  private Workshop workshop;
  private Path war;

  @BeforeEach
  void explodedWar() {
    workshop = Workshop.create(folder, "alfresco");
    war = workshop.wars.get(0);
  }

  @Test
  void folder_that_still_holds_foreign_files_stays() throws IOException {
    Path foreign = Files.writeString(war.resolve("WEB-INF/old/notes.txt"), "mine");
    workshop.runner().run(workshop.plan());
    assertThat(foreign).hasContent("mine");
    assertThat(war.resolve("WEB-INF/old/gone.txt")).doesNotExist();
  }

  @Test
  void file_becomes_a_folder_and_a_folder_a_file() throws IOException {
    run(
        new WarEdit(
            new TreeSet<>(Set.of("zoo.txt", "WEB-INF/old/gone.txt")),
            new TreeMap<>(
                Map.of(
                    "zoo.txt/cage.txt", new Source.FromWar("zoo.txt"),
                    "WEB-INF/old", new Source.FromWar("index.jsp"))),
            new TreeSet<>(Set.of("WEB-INF/old")),
            new TreeSet<>(Set.of("zoo.txt"))));
    assertThat(war.resolve("zoo.txt/cage.txt")).hasContent("untouched");
    assertThat(war.resolve("WEB-INF/old")).hasContent("the original page");
    workshop.assertNoDebris();
  }

  @Test
  void empty_folders_come_and_go() throws IOException {
    Files.createDirectories(war.resolve("empty/inner"));
    run(
        new WarEdit(
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeSet<>(Set.of("empty", "empty/inner")),
            new TreeSet<>(Set.of("fresh/inner"))));
    assertThat(war.resolve("empty")).doesNotExist();
    assertThat(war.resolve("fresh/inner")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEB-INF/linked/x.txt", "WEB-INF/linked", "WEB-INF/.quartermaster/x"})
  void what_would_leave_the_war_or_meet_our_own_files_is_refused(String path) throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(war.resolve("WEB-INF/linked"), outside);
    WarEdit edit = write(path);
    AmpException refused = catchThrowableOfType(AmpException.class, () -> run(edit));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.WRITE_FAILED);
    assertThat(refused.problem().message()).contains("WAR");
    assertThat(outside).isEmptyDirectory();
    Files.delete(war.resolve("WEB-INF/linked"));
    workshop.assertAllOld();
  }

  @Test
  void file_where_a_folder_must_be_is_refused() {
    WarEdit edit = write("zoo.txt/inner.txt");
    AmpException refused = catchThrowableOfType(AmpException.class, () -> run(edit));
    assertThat(refused.problem().message()).contains("zoo.txt is a file");
    workshop.assertAllOld();
  }

  @Test
  void folder_where_a_file_must_be_is_refused() {
    WarEdit edit = write("WEB-INF/lib");
    AmpException refused = catchThrowableOfType(AmpException.class, () -> run(edit));
    assertThat(refused.problem().message()).contains("lib is a folder");
    workshop.assertAllOld();
  }

  @Test
  void link_that_stays_within_the_war_is_followed() throws IOException {
    Files.createSymbolicLink(war.resolve("WEB-INF/more"), Path.of("lib"));
    run(write("WEB-INF/more/x.jar"));
    assertThat(war.resolve("WEB-INF/lib/x.jar")).hasContent("untouched");
    assertThat(war.resolve("WEB-INF/more")).isSymbolicLink();
  }

  private static WarEdit write(String path) {
    return new WarEdit(
        new TreeSet<>(),
        new TreeMap<>(Map.of(path, new Source.FromWar("zoo.txt"))),
        new TreeSet<>(),
        new TreeSet<>());
  }

  private void run(WarEdit edit) {
    WarPlan plan = new WarPlan(workshop.inventory(war), List.of(), edit, List.of());
    workshop.runner().run(new ApplyPlan(List.of(plan), List.of()));
  }
}
