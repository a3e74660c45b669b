package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MojoSupportTest {
  @TempDir Path folder;

  private final List<String> log = new ArrayList<>();

  @Test
  void closing_line_names_the_report() throws Exception {
    goal(() -> Outcome.done("3 AMPs applied", new ReportFile("a.json", "{}"))).execute();

    assertThat(log).containsExactly("3 AMPs applied, report " + folder.resolve("a.json"));
    assertThat(folder.resolve("a.json")).hasContent("{}");
  }

  @Test
  void goal_that_found_nothing_to_do_says_only_that() throws Exception {
    goal(() -> Outcome.idle("Nothing to do", new ReportFile("a.json", "{}"))).execute();

    assertThat(log).containsExactly("Nothing to do.");
    assertThat(folder.resolve("a.json")).exists();
  }

  @Test
  void goal_without_reports_makes_no_folder() throws Exception {
    Path absent = folder.resolve("absent");

    new Goal(absent, false, () -> Outcome.done("All well")).execute();

    assertThat(log).containsExactly("All well");
    assertThat(absent).doesNotExist();
  }

  @Test
  void refusal_fails_the_build_after_its_report_is_written() {
    Goal goal = goal(() -> Outcome.refused("X is too old", new ReportFile("a.json", "{}")));

    assertThatThrownBy(goal::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("X is too old\nAll of it: report " + folder.resolve("a.json"));
    assertThat(folder.resolve("a.json")).exists();
  }

  @Test
  void cores_exception_is_explained() {
    Goal goal =
        goal(
            () -> {
              throw new IllegalStateException("disk full");
            });

    assertThatThrownBy(goal::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("explained: disk full")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void defect_stays_what_it_is() {
    Goal goal =
        goal(
            () -> {
              throw new ArithmeticException("defect");
            });

    assertThatThrownBy(goal::execute).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void skipped_goal_does_nothing() throws Exception {
    new Goal(
            folder,
            true,
            () -> {
              throw new ArithmeticException("it ran");
            })
        .execute();

    assertThat(log).containsExactly("Skipped, as example.skip says.");
  }

  @Test
  void report_that_cannot_be_written_does_not_hide_that_the_work_was_done() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Goal goal =
        new Goal(file, false, () -> Outcome.done("3 AMPs applied", new ReportFile("a.json", "{}")));

    assertThatThrownBy(goal::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("a.json after the work was done (3 AMPs applied)");
  }

  @Test
  void goal_knows_whether_a_pom_binds_it() {
    assertThat(goal(MojoExecution.Source.LIFECYCLE).isBound()).isTrue();
    assertThat(goal(MojoExecution.Source.CLI).isBound()).isFalse();
  }

  @Test
  void base_is_the_current_folder_where_there_is_no_project() {
    assertThat(goal(() -> Outcome.done("")).baseDirectory())
        .isEqualTo(Path.of("").toAbsolutePath());
  }

  private Goal goal(Supplier<Outcome> work) {
    return new Goal(folder, false, work);
  }

  private Goal goal(MojoExecution.Source source) {
    return new Goal(folder, false, () -> Outcome.done(""), execution(source));
  }

  private static MojoExecution execution(MojoExecution.Source source) {
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setGoal("goal");
    return new MojoExecution(descriptor, "id", source);
  }

  private final class Goal extends MojoSupport {
    private final Path reports;
    private final boolean skip;
    private final Supplier<Outcome> work;

    Goal(Path reports, boolean skip, Supplier<Outcome> work) {
      this(reports, skip, work, execution(MojoExecution.Source.CLI));
    }

    Goal(Path reports, boolean skip, Supplier<Outcome> work, MojoExecution execution) {
      super(null, new MavenProject(), execution); // the session is asked only for its terminal
      this.reports = reports;
      this.skip = skip;
      this.work = work;
      setLog(
          new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
              log.add(content.toString());
            }
          });
    }

    @Override
    protected String skipProperty() {
      return "example.skip";
    }

    @Override
    protected boolean isSkipped() {
      return skip;
    }

    @Override
    protected Path reportDirectory() {
      return reports;
    }

    @Override
    protected Outcome perform() {
      return work.get();
    }

    @Override
    protected Optional<String> explain(RuntimeException failure) {
      return failure instanceof IllegalStateException
          ? Optional.of("explained: " + failure.getMessage())
          : Optional.empty();
    }
  }
}
