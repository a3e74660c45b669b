package io.github.quartermaster.sentinel.internal.run.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.process.Script;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs. */
@Timeout(120)
class ExecTest {
  @TempDir Path temp;

  @BeforeEach
  void resolve() throws IOException {
    temp = temp.toRealPath();
  }

  @Test
  void arguments_and_variables_reach_the_program_as_they_are() throws Exception {
    Path script =
        Script.of(
            temp, "fix", "printf '%s|' \"$@\" \"$SENTINEL_COMPONENT\" \"$EXTRA\" > out; pwd > pwd");
    Path folder = Files.createDirectory(temp.resolve("work"));
    Action action =
        action(
            Map.of(
                "command", List.of(script.toString(), "a b", "$(id)", "'; rm x"),
                "folder", folder,
                "environment", Map.of("EXTRA", new Secret("$HOME `id`"))));

    assertThat(action.run(Contexts.plenty()))
        .isEqualTo(new ActionOutcome.Done(script + " ended with 0"));
    assertThat(Files.readString(folder.resolve("out")))
        .isEqualTo("a b|$(id)|'; rm x|disk:/var|$HOME `id`|");
    assertThat(Files.readString(folder.resolve("pwd"))).isEqualTo(folder + "\n");
  }

  @Test
  void program_gets_our_own_locale_and_not_that_in_which_checks_run() throws Exception {
    Path script = Script.of(temp, "fix", "printf '%s' \"$LC_ALL\" > locale");
    Map<String, Object> settings = Map.of("command", List.of(script.toString()), "folder", temp);

    action(settings).run(Contexts.plenty());

    assertThat(Files.readString(temp.resolve("locale")))
        .isEqualTo(System.getenv().getOrDefault("LC_ALL", ""));
  }

  @Test
  void whatever_a_check_found_out_fits_into_a_variable() throws Exception {
    Path script = Script.of(temp, "fix", "printf '%s' \"$SENTINEL_MESSAGE\" > message");
    ActionContext context =
        new ActionContext(
            new ComponentId("x"),
            "r",
            Map.of("SENTINEL_MESSAGE", "a\u0000b\n" + "x".repeat(1_000_000)),
            Deadline.in(Duration.ofSeconds(60)));

    assertThat(action(Map.of("command", List.of(script.toString()), "folder", temp)).run(context))
        .isInstanceOf(ActionOutcome.Done.class);
    assertThat(Files.readString(temp.resolve("message")))
        .startsWith("a b xxx")
        .endsWith("x...")
        .hasSizeLessThan(1100);
  }

  @Test
  void preview_names_the_file_but_no_argument_and_runs_nothing() throws Exception {
    Path script = Script.of(temp, "fix", "touch " + temp + "/done");

    ActionPreview preview =
        action(Map.of("command", List.of("fix", "--password=hunter2"))).preview(Contexts.plenty());

    assertThat(preview).isEqualTo(ActionPreview.of("would run " + script + " with 1 argument"));
    assertThat(temp.resolve("done")).doesNotExist();
  }

  @Test
  void program_that_is_not_there_or_not_executable_is_an_objection() throws Exception {
    Path plain = Files.writeString(temp.resolve("plain"), "#!/bin/sh\n");

    for (String program : List.of("no-such-program", plain.toString())) {
      Action action = action(Map.of("command", List.of(program)));
      String reason = program + " is not there, or not executable for this user";
      assertThat(action.preview(Contexts.plenty()).objection()).isEqualTo(reason);
      assertThat(action.run(Contexts.plenty())).isEqualTo(new ActionOutcome.Failed(reason));
    }
  }

  @Test
  void program_asked_before_can_object() throws Exception {
    Path script = Script.of(temp, "fix", "exit 0");
    Path asked = Script.of(temp, "asked", "echo \"no: $SENTINEL_STATUS\"; exit 3");
    Map<String, Object> settings =
        Map.of(
            "command", List.of(script.toString()), "only-if", List.of(asked.toString(), "nginx"));

    assertThat(action(settings).preview(Contexts.plenty()).objection())
        .isEqualTo(asked + " is not for it: it ended with 3: no: CRITICAL");

    Script.of(temp, "asked", "exit 0");
    assertThat(action(settings).preview(Contexts.plenty()).objection()).isNull();
  }

  @Test
  void failure_is_told_with_the_first_words_of_the_program() throws Exception {
    Path script = Script.of(temp, "fix", "echo; echo no room >&2; echo more; exit 4");

    assertThat(action(Map.of("command", List.of(script.toString()))).run(Contexts.plenty()))
        .isEqualTo(new ActionOutcome.Failed(script + " ended with 4: no room"));
    assertThat(
            action(Map.of("command", List.of(script.toString()), "success-exit", List.of(0L, 4L)))
                .run(Contexts.plenty()))
        .isInstanceOf(ActionOutcome.Done.class);
  }

  @Test
  void words_of_a_program_cannot_reach_the_terminal() throws Exception {
    Path script = Script.of(temp, "fix", "printf '\\033[2J\\007bad\\r\\n' >&2; exit 1");

    assertThat(
            action(Map.of("command", List.of(script.toString()))).run(Contexts.plenty()).message())
        .endsWith("bad")
        .doesNotContain("\u001b", "\u0007", "\r");
  }

  @Test
  void program_that_hangs_is_killed_with_its_children_before_the_deadline() throws Exception {
    Path script =
        Script.of(temp, "fix", "sleep 1000 & echo $! > child", "echo $$ > parent", "sleep 1000");
    Action action = action(Map.of("command", List.of(script.toString()), "folder", temp));

    ActionOutcome outcome = action.run(Contexts.in(Duration.ofSeconds(6)));

    assertThat(outcome).isInstanceOf(ActionOutcome.Failed.class);
    assertThat(outcome.message()).contains("did not end within").contains("was killed");
    for (String file : List.of("child", "parent")) {
      long pid = Long.parseLong(Files.readString(temp.resolve(file)).strip());
      ProcessHandle.of(pid)
          .ifPresent(process -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    }
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> action(Map.of("command", List.of(" "))))
        .hasMessage("expected a program in command");
    assertThatThrownBy(() -> action(Map.of("command", List.of("x"), "only-if", List.of())))
        .hasMessage("expected a program in only-if");
    for (String name : List.of("a=b", "", "SENTINEL_X", "1A")) {
      assertThatThrownBy(
              () ->
                  action(
                      Map.of(
                          "command", List.of("x"),
                          "environment", Map.of(name, new Secret("hunter2")))))
          .hasMessageStartingWith("expected names of variables in environment")
          .hasMessageNotContaining("hunter2");
    }
  }

  private Action action(Map<String, Object> settings) {
    Settings all = Settings.of(settings);
    if (!all.has("success-exit")) {
      all = all.with("success-exit", List.of(0L));
    }
    return new ExecFactory(new Programs(List.of(temp, Path.of("/bin")))).create(all);
  }
}
