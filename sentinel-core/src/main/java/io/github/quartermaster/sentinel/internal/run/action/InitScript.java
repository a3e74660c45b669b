package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.model.ActionContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Restarts a service by its script, through service(8) where there is one.
 *
 * @param words the program and its arguments
 * @param env the program env
 * @param programs where the script finds programs
 */
record InitScript(List<String> words, Path env, Programs programs) implements ServiceControl {
  private static final Path ROOT = Path.of("/");

  /** Copies the list. */
  InitScript {
    words = List.copyOf(words);
  }

  @Override
  public String description() {
    return "run " + String.join(" ", words);
  }

  @Override
  public Readiness readiness(ActionContext context) {
    // scripts answer status in many ways, and some in none
    return Readiness.yes("");
  }

  @Override
  public List<Command> commands(ActionContext context) {
    return List.of(CleanEnvironment.of(env, programs, Map.of(), words, ROOT));
  }
}
