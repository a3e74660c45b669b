package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes actions that run a program. */
final class ExecFactory implements ActionFactory {
  private static final String COMMAND = "command";
  private static final String FOLDER = "folder";
  private static final String ENVIRONMENT = "environment";
  private static final String ONLY_IF = "only-if";
  private static final String SUCCESS_EXIT = "success-exit";
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Programs programs;

  ExecFactory(Programs programs) {
    this.programs = programs;
  }

  @Override
  public String type() {
    return "exec";
  }

  @Override
  public String description() {
    return "Runs a program without a shell; what it is about is in variables that begin with"
        + " SENTINEL_";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            COMMAND,
            Parameter.Type.TEXTS,
            "the program and its arguments, one each; no shell sees them"),
        Parameter.optional(FOLDER, Parameter.Type.PATH, "the folder to run it in"),
        Parameter.optional(
            ENVIRONMENT, Parameter.Type.SECRETS, "variables added to its environment; never shown"),
        Parameter.optional(
            ONLY_IF,
            Parameter.Type.TEXTS,
            "a program and its arguments that changes nothing, asked before; nothing is done unless"
                + " it ends with 0"),
        Parameter.optional(
                SUCCESS_EXIT, Parameter.Type.INTEGERS, "the exit codes that mean that it was done")
            .defaultsTo("0"));
  }

  @Override
  public boolean isReversible() {
    // nobody knows
    return false;
  }

  @Override
  public Action create(Settings settings) {
    List<String> command = settings.texts(COMMAND);
    if (command.isEmpty() || command.get(0).isBlank()) {
      throw new IllegalArgumentException("expected a program in command");
    }
    List<String> onlyIf = settings.texts(ONLY_IF);
    if (settings.has(ONLY_IF) && (onlyIf.isEmpty() || onlyIf.get(0).isBlank())) {
      throw new IllegalArgumentException("expected a program in only-if");
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (Map.Entry<String, Secret> variable : settings.secrets(ENVIRONMENT).entrySet()) {
      if (!VARIABLE.matcher(variable.getKey()).matches()
          || variable.getKey().startsWith("SENTINEL_")) {
        throw new IllegalArgumentException(
            "expected names of variables in environment, none of which begins with SENTINEL_");
      }
      environment.put(variable.getKey(), variable.getValue().reveal());
    }
    ProgramCall call = new ProgramCall(programs, environment, settings.path(FOLDER).orElse(null));
    return new Exec(call, command, onlyIf, settings.integers(SUCCESS_EXIT));
  }
}
