package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import io.github.quartermaster.sentinel.model.ActionContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Restarts a unit of systemd.
 *
 * @param program systemctl
 * @param service which one
 * @param runner runs it
 */
record Systemctl(Path program, ServiceName service, CommandRunner runner)
    implements ServiceControl {
  @Override
  public String description() {
    return "restart " + service.unit() + " by " + program;
  }

  @Override
  public Readiness readiness(ActionContext context) throws InterruptedException {
    Command command =
        Command.of(
            program.toString(),
            "show",
            "--property=LoadState,ActiveState,SubState",
            service.unit());
    CommandResult result = runner.run(command, context.deadline().remaining());
    if (!(result instanceof CommandResult.Exited end) || end.code() != 0) {
      return Readiness.no(program + " cannot be asked: " + CommandEnd.text(result));
    }
    Map<String, String> state = properties(end.output().out());
    String loaded = state.getOrDefault("LoadState", "");
    return switch (loaded) {
      case "loaded" ->
          Readiness.yes(
              state.getOrDefault("ActiveState", "?") + "/" + state.getOrDefault("SubState", "?"));
      case "not-found" -> Readiness.no("systemd knows no " + service.unit());
      case "masked" -> Readiness.no(service.unit() + " is masked, so that nobody starts it");
      default -> Readiness.no(service.unit() + " is not loaded, but " + loaded);
    };
  }

  private static Map<String, String> properties(String lines) {
    Map<String, String> properties = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                properties.put(line.substring(0, equals), line.substring(equals + 1).strip());
              }
            });
    return properties;
  }

  @Override
  public List<Command> commands(ActionContext context) {
    // systemd starts the service, in an environment of its own
    return List.of(Command.of(program.toString(), "--no-ask-password", "restart", service.unit()));
  }
}
