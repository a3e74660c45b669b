package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be set for every check that runs a program. */
final class CommandSettings {
  private static final String COMMAND = "command";
  private static final String FOLDER = "folder";
  private static final String ENVIRONMENT = "environment";
  private static final String BLAME = "blame";
  private static final String OWN = "own";
  private static final String INHERITABLE = "inheritable";

  private CommandSettings() {}

  static List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            COMMAND,
            Parameter.Type.TEXTS,
            "The program and its arguments, one each; no shell sees them"),
        Parameter.optional(FOLDER, Parameter.Type.PATH, "The folder to run it in"),
        Parameter.optional(
            ENVIRONMENT, Parameter.Type.SECRETS, "Variables added to its environment; never shown"),
        Parameter.choice(
                BLAME,
                List.of(INHERITABLE, OWN),
                "Whether what it finds can be the fault of what it requires")
            .defaultsTo(INHERITABLE));
  }

  static Command command(Settings settings) {
    Map<String, String> environment = new LinkedHashMap<>();
    settings.secrets(ENVIRONMENT).forEach((name, value) -> environment.put(name, value.reveal()));
    return new Command(settings.texts(COMMAND), environment, settings.path(FOLDER).orElse(null));
  }

  static Blame blame(Settings settings) {
    return settings.text(BLAME).filter(OWN::equals).isPresent() ? Blame.OWN : Blame.INHERITABLE;
  }
}
